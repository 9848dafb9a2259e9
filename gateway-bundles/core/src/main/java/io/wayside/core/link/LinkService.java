// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.link;

import io.wayside.core.device.DeviceException;

/** Opens links; offered as a service by the serial bundle. */
public interface LinkService {

  /**
   * Opens a link. One gateway opens one address only once at a time.
   *
   * @throws DeviceException.LinkDown when it cannot be opened now: no such adapter, no permission,
   *     in use, nobody listening; the message says which and what to do
   */
  Link open(LinkAddress address) throws DeviceException.LinkDown;
}
