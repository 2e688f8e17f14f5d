// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;

class EverySnippetTest {
  @Test
  void hasATestThatRunsIt() throws Exception {
    Set<String> shown = new TreeSet<>();
    for (Page page : Page.all()) {
      Snippet.names(page).forEach(name -> shown.add(page + " " + name));
    }

    assertThat(run()).isNotEmpty().isEqualTo(shown);
  }

  private static Set<String> run() {
    Set<String> run = new TreeSet<>();
    for (Class<?> tests :
        ReflectionSupport.findAllClassesInPackage(
            EverySnippetTest.class.getPackageName(), EverySnippetTest::isOnPage, name -> true)) {
      String page = tests.getAnnotation(OnPage.class).value();
      for (Method test :
          AnnotationSupport.findAnnotatedMethods(
              tests, Test.class, HierarchyTraversalMode.TOP_DOWN)) {
        for (Parameter parameter : test.getParameters()) {
          if (!AnnotationSupport.isAnnotated(test, Disabled.class)) {
            run.add(page + " " + parameter.getAnnotation(Shown.class).value());
          }
        }
      }
    }
    return run;
  }

  private static boolean isOnPage(Class<?> type) {
    return type.isAnnotationPresent(OnPage.class) && !type.isAnnotationPresent(Disabled.class);
  }
}
