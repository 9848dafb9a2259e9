// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.contracts.scripted;

import io.wayside.core.device.DeviceException.LinkDown;
import io.wayside.core.link.Link;
import io.wayside.core.link.LinkAddress;
import io.wayside.core.link.LinkAddresses;
import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;

/** The far end of links in memory: takes one at a time, says what the script says. */
public final class ScriptedPeer {

  private final LinkAddress address;
  private final ByteArrayOutputStream received = new ByteArrayOutputStream();
  private @Nullable ScriptedLink open;

  ScriptedPeer(LinkAddress address) {
    this.address = address;
  }

  synchronized Link accept() throws LinkDown {
    if (open != null && !open.isClosed()) {
      throw new LinkDown(
          LinkAddresses.print(address) + " is already open; close the other link first");
    }
    open = new ScriptedLink(address, this);
    return open;
  }

  /** Sends on the open link; without one the bytes are lost. */
  public synchronized void sends(byte[] bytes) {
    if (open != null) {
      open.arrived(bytes);
    }
  }

  /** Breaks the open link; the next one is taken. */
  public synchronized void hangsUp() {
    if (open != null) {
      open.brokenByPeer();
    }
  }

  /** All that ever came, on this and earlier links. */
  public synchronized byte[] received() {
    return received.toByteArray();
  }

  synchronized void take(byte[] bytes) {
    received.writeBytes(bytes);
  }
}
