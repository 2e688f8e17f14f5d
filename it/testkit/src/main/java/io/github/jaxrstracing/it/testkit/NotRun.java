// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.testkit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** On an environment: a contract that does not run there. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(NotRun.All.class)
public @interface NotRun {
  /** The contract. */
  Class<?> contract();

  /** The reason, as a sentence. */
  String because();

  /** All contracts that do not run in an environment. */
  @Target(ElementType.TYPE)
  @Retention(RetentionPolicy.RUNTIME)
  @interface All {
    /** One for each contract. */
    NotRun[] value();
  }
}
