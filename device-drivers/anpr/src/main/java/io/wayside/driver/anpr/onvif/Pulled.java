// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.anpr.onvif;

import java.time.Instant;
import java.util.List;

/**
 * What waited at a pull point; nothing when nothing happened.
 *
 * @param now by the camera's clock
 * @param until when the subscription ends by itself, by the same
 */
public record Pulled(Instant now, Instant until, List<Notification> notifications) {

  public Pulled {
    notifications = List.copyOf(notifications);
  }
}
