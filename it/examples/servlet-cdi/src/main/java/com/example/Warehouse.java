// SPDX-License-Identifier: Apache-2.0
package com.example;

import io.github.jaxrstracing.server.Traced;
import jakarta.enterprise.context.ApplicationScoped;

/** A bean whose business methods are traced, too. */
@ApplicationScoped
@Traced
public class Warehouse {
  public int count(String id) {
    return id.length();
  }
}
