// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.anpr.event;

import io.wayside.core.data.GarbledData;
import java.util.Optional;

/** How one make of cameras tells of plates. */
public interface Dialect {

  /** Path and query under which the events come. */
  String path();

  /**
   * What a part says that is no picture.
   *
   * @return empty for heartbeats, other events and vehicles without a plate
   * @throws GarbledData when it cannot be read
   */
  Optional<PlateNotice> read(byte[] part) throws GarbledData;

  /**
   * The alert stream of Hikvision.
   *
   * @param channel of the camera behind the address, from 1
   */
  static Dialect hikvision(int channel) {
    return new Hikvision(channel);
  }

  /**
   * The snap manager of Dahua.
   *
   * @param channel of the camera behind the address, from 1
   */
  static Dialect dahua(int channel) {
    return new Dahua(channel);
  }
}
