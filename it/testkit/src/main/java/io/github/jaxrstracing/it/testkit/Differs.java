// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.testkit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** On a method that overrides one with a {@link Behaviour}: what happens instead. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Differs {
  /** What happens, as docs/implementations.md says it below its matrix. */
  String value();
}
