// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.benchmarks;

import io.opentracing.Tracer;

/** Where a span is made. */
enum Side {
  SERVER {
    @Override
    Exchange start(Case measured, Tracer tracer) {
      return new Server(measured, tracer);
    }
  },
  CLIENT {
    @Override
    Exchange start(Case measured, Tracer tracer) {
      return new Caller(measured, tracer);
    }
  };

  abstract Exchange start(Case measured, Tracer tracer);
}
