// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests the snippets that they name. */
final class SnippetResolver implements ParameterResolver {
  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.isAnnotated(Shown.class);
  }

  @Override
  public Snippet resolveParameter(ParameterContext parameter, ExtensionContext context) {
    String page = context.getRequiredTestClass().getAnnotation(OnPage.class).value();
    try {
      return Snippet.of(Page.named(page), parameter.findAnnotation(Shown.class).get().value());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
