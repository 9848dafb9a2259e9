// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.anpr;

import io.wayside.core.health.Health;

/** What hears a camera until it is closed. */
interface Hearing extends AutoCloseable {

  void start();

  Health health();

  @Override
  void close();
}
