// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.plaza;

import io.wayside.core.device.Device;
import io.wayside.core.device.Source;

/**
 * The way between the lanes of a station. Messages may be lost, overtaken or late: {@link Plaza} is
 * made for that. What listeners hear is sealed with the station's key, from a lane of the station,
 * and heard once; that includes what the lanes of this gateway say themselves.
 */
public interface PlazaLink extends Device, Source<PlazaMessage> {

  /** The station whose lanes are reached. */
  String station();

  /**
   * Says it to every lane there is a way to. Returns at once and never fails: what cannot be sent
   * is counted, and made good by the lane's own repetition.
   */
  void say(PlazaMessage message);
}
