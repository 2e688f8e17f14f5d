// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.server;

import jakarta.ws.rs.NameBinding;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Tells which resources are traced. The nearest annotation decides: the one on the resource method
 * (also as an overridden or interface method declares it), on its class, superclasses and
 * interfaces, then the same for the sub-resource locators that led there, innermost first, then the
 * one on the {@code Application}. Where there is none, {@link TracingFeatureBuilder#traceAll()}
 * decides.
 *
 * <p>With the CDI extension on the class path it also traces business methods of CDI beans, except
 * that CDI alone says which methods are intercepted: it does not look at interfaces. An annotation
 * of the class leaves out what the class has from {@link Object}, such as {@code toString()}.
 */
@Documented
@Inherited
@NameBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Traced {
  /**
   * Whether requests to this resource are traced.
   *
   * @return {@code false} to leave them out
   */
  boolean value() default true;

  /**
   * The name of the spans. At a class that has resource methods it names the requests to them; a
   * business method of such a class takes only the name of its own annotation.
   *
   * @return the name; when empty the feature names the spans of requests, and those of business
   *     methods are named by class and method
   */
  String operationName() default "";

  /**
   * Request attributes that become tags, beside those given to the feature. Business methods have
   * none.
   *
   * @return names as {@link TracingFeatureBuilder#requestTags} takes them
   */
  String[] requestTags() default {};
}
