// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.contracts;

import io.wayside.core.link.LinkAddress;
import io.wayside.core.link.LinkService;
import io.wayside.rig.contracts.scripted.ScriptedLinks;
import io.wayside.rig.contracts.scripted.ScriptedPeer;
import java.time.Duration;

class ScriptedLinksTest extends LinkContract {

  private static final LinkAddress ADDRESS = new LinkAddress.Tcp("192.0.2.7", 4001);

  @Override
  protected LinkHarness start() {
    ScriptedLinks links = new ScriptedLinks();
    ScriptedPeer peer = links.peerAt(ADDRESS);
    LinkService service = Spoiling.spoil(links, LinkService.class);
    return new LinkHarness() {
      @Override
      public LinkService service() {
        return service;
      }

      @Override
      public LinkAddress address() {
        return ADDRESS;
      }

      @Override
      public LinkAddress deadAddress() {
        return new LinkAddress.Tcp("192.0.2.8", 4001);
      }

      @Override
      public void peerSends(byte[] bytes) {
        peer.sends(bytes);
      }

      @Override
      public byte[] peerReceived() {
        return peer.received();
      }

      @Override
      public void peerHangsUp() {
        peer.hangsUp();
      }

      @Override
      public Duration deadline() {
        return Spoiling.deadline();
      }

      @Override
      public void close() {
        peer.hangsUp();
      }
    };
  }
}
