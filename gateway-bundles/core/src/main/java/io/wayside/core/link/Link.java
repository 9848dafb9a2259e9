// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.link;

import io.wayside.core.device.DeviceException;
import java.time.Duration;

/**
 * An open byte link, used by one reading and one writing thread. A link that broke stays broken:
 * the driver closes it and opens a new one.
 */
public interface Link extends AutoCloseable {

  /**
   * Reads what is there, waiting at most {@code patience} for the first byte.
   *
   * @return the number of bytes read into {@code buffer}; 0 when nothing came in time
   * @throws DeviceException.LinkDown when the other side hung up or the adapter is gone
   */
  int read(byte[] buffer, Duration patience) throws DeviceException.LinkDown;

  /**
   * Writes all of {@code bytes}.
   *
   * @throws DeviceException.LinkDown when the line is gone
   * @throws DeviceException.TimedOut when the line took nothing for two seconds
   */
  void write(byte[] bytes) throws DeviceException;

  LinkAddress address();

  /**
   * Who sent what was read last, where several may speak on one link, as on a UDP port; else empty
   * text. Asked by the reading thread.
   */
  default String sender() {
    return "";
  }

  /** Lets go of the line; a read in progress ends. Closing twice does no harm. */
  @Override
  void close();
}
