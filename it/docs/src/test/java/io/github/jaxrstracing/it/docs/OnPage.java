// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.docs;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/** On a test class: the page whose snippets its tests run. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(SnippetResolver.class)
@interface OnPage {
  /** The path of the page from the top of the project. */
  String value();
}
