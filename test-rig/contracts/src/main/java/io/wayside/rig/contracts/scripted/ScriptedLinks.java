// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.contracts.scripted;

import io.wayside.core.device.DeviceException.LinkDown;
import io.wayside.core.link.Link;
import io.wayside.core.link.LinkAddress;
import io.wayside.core.link.LinkAddresses;
import io.wayside.core.link.LinkService;
import java.util.HashMap;
import java.util.Map;

/** Links in memory; peers wait at the addresses the script names. */
public final class ScriptedLinks implements LinkService {

  private final Map<LinkAddress, ScriptedPeer> peers = new HashMap<>();

  /** From now on a peer waits at this address. */
  public synchronized ScriptedPeer peerAt(LinkAddress address) {
    return peers.computeIfAbsent(address, ScriptedPeer::new);
  }

  @Override
  public synchronized Link open(LinkAddress address) throws LinkDown {
    ScriptedPeer peer = peers.get(address);
    if (peer == null) {
      throw new LinkDown(
          "nobody waits at " + LinkAddresses.print(address) + " in the script; add a peer there");
    }
    return peer.accept();
  }
}
