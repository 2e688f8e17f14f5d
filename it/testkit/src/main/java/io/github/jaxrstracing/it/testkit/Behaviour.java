// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.testkit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a test of a contract, or on a method of an environment that weakens such tests: the rows of
 * the matrix in docs/implementations.md that it is about.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Behaviour {
  /** The rows, as the matrix names them. */
  String[] value();
}
