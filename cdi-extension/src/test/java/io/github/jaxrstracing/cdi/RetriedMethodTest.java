// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jaxrstracing.server.Traced;
import io.opentracing.mock.MockSpan;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InterceptorBinding;
import jakarta.interceptor.InvocationContext;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Methods that another interceptor calls twice. */
class RetriedMethodTest {
  private final TracedBeans beans =
      new TracedBeans(RetryBefore.class, RetryAfter.class, Stock.class);
  private final Stock stock = beans.get(Stock.class);

  @AfterEach
  void stop() {
    beans.close();
  }

  @InterceptorBinding
  @Retention(RetentionPolicy.RUNTIME)
  @interface Before {}

  @InterceptorBinding
  @Retention(RetentionPolicy.RUNTIME)
  @interface After {}

  static class Retry {
    @AroundInvoke
    Object retry(InvocationContext invocation) throws Exception {
      try {
        return invocation.proceed();
      } catch (IllegalStateException firstTime) {
        return invocation.proceed();
      }
    }
  }

  @Before
  @Interceptor
  @Priority(Interceptor.Priority.PLATFORM_BEFORE)
  static class RetryBefore extends Retry {}

  @After
  @Interceptor
  @Priority(Interceptor.Priority.APPLICATION)
  static class RetryAfter extends Retry {}

  @ApplicationScoped
  public static class Stock {
    private final AtomicInteger calls = new AtomicInteger();

    @Before
    @Traced
    public String reserve() {
      return secondTime();
    }

    @Before
    @Traced
    @org.eclipse.microprofile.opentracing.Traced
    public String reserveAlike() {
      return secondTime();
    }

    @After
    @Traced
    public String reserveInside() {
      return secondTime();
    }

    private String secondTime() {
      if (calls.incrementAndGet() == 1) {
        throw new IllegalStateException("on purpose");
      }
      return "reserved";
    }
  }

  @Test
  void haveASpanForEachCall() {
    assertThat(stock.reserve()).isEqualTo("reserved");

    assertIsFailureThenSuccess("reserve");
  }

  @Test
  void haveASpanForEachCallWithBothAnnotations() {
    assertThat(stock.reserveAlike()).isEqualTo("reserved");

    assertIsFailureThenSuccess("reserveAlike");
  }

  private void assertIsFailureThenSuccess(String method) {
    assertThat(beans.spans())
        .extracting(MockSpan::operationName)
        .containsOnly(Stock.class.getName() + '.' + method);
    assertThat(beans.spans())
        .extracting(span -> span.tags().containsKey("error"))
        .containsExactly(true, false);
    assertThat(beans.spans()).extracting(MockSpan::parentId).containsOnly(0L);
  }

  @Test
  void haveOneSpanWhereTheOtherInterceptorComesAfterOurs() {
    assertThat(stock.reserveInside()).isEqualTo("reserved");

    assertThat(beans.span().tags()).doesNotContainKey("error");
  }
}
