// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.contracts;

import io.wayside.core.link.LinkAddress;
import io.wayside.core.link.LinkService;
import java.time.Duration;

/** A harness for a link service: a peer waits at an address. */
public interface LinkHarness extends AutoCloseable {

  LinkService service();

  /** Where the peer waits. */
  LinkAddress address();

  /** An address of the same kind where nobody waits. */
  LinkAddress deadAddress();

  /** The peer sends these bytes on the open link. */
  void peerSends(byte[] bytes);

  /** All the peer has received so far. */
  byte[] peerReceived();

  /** The peer hangs up the open link; it takes a new one. */
  void peerHangsUp();

  /** How long a suite waits for anything. */
  default Duration deadline() {
    return Duration.ofSeconds(30);
  }

  @Override
  void close();
}
