// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.benchmarks.peers;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The child's side of {@link ChildPeer}: a feed from each line, until nobody gives orders. */
final class Orders {

  private Orders() {}

  static void follow(
      InputStream given, PrintStream answers, String marksFile, String numbers, Feeder.Taker taker)
      throws IOException, InterruptedException {
    Feeder feeder = new Feeder(Marks.open(Path.of(marksFile), Integer.parseInt(numbers)));
    BufferedReader orders =
        new BufferedReader(new InputStreamReader(given, StandardCharsets.UTF_8));
    answers.println("ready");
    for (String line = orders.readLine(); line != null; line = orders.readLine()) {
      answers.println(feeder.feed(Feed.ofLine(line), taker).toLine());
    }
  }
}
