// SPDX-License-Identifier: Apache-2.0
package com.example;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** A war whose requests are traced: the CDI extension is on its class path, and that is all. */
@ApplicationPath("api")
public class ShopApplication extends Application {}
