// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.docs;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** On a parameter of a test: the {@link Snippet} that the test runs. */
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
@interface Shown {
  /** The name of its class. */
  String value();
}
