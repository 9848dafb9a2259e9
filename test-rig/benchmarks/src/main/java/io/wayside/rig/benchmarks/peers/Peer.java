// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.benchmarks.peers;

import java.io.IOException;

/** Something that takes records in while the upstream is away and sends them on when it is back. */
interface Peer extends AutoCloseable {

  /** The gateway, or a peer by its name and setting. */
  String name();

  /** Starts it on whatever its folder holds; returns when it takes records in. */
  void start(Place place) throws IOException;

  /** Feeds it; ends early when it is killed meanwhile. */
  Feed.Result feed(Feed feed) throws IOException, InterruptedException;

  long pid();

  /** Ends it as {@code kill -9} does; its folder stays. Nothing when it is not running. */
  void kill();

  @Override
  default void close() {
    kill();
  }
}
