// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.aidcommands;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A way from senders to the gateway that loses, doubles, delays and so reorders. */
final class Post {

  private record Letter(int dueS, Sent sent) {}

  private final Random chance;
  private final List<Letter> underWay = new ArrayList<>();
  private int lost;
  private int doubled;
  private int delayed;

  Post(Random chance) {
    this.chance = chance;
  }

  void send(Sent sent, int now) {
    int luck = chance.nextInt(100);
    if (luck < 8) {
      lost++;
      return;
    }
    int copies = 1;
    if (luck < 20) {
      copies += 1 + chance.nextInt(2);
      doubled++;
    }
    for (int i = 0; i < copies; i++) {
      boolean late = chance.nextInt(4) == 0;
      if (late) {
        delayed++;
      }
      underWay.add(new Letter(now + chance.nextInt(late ? 300 : 3), sent));
    }
  }

  List<Sent> arrived(int now) {
    List<Sent> arrived = new ArrayList<>();
    underWay.removeIf(
        letter -> {
          boolean due = letter.dueS() <= now;
          if (due) {
            arrived.add(letter.sent());
          }
          return due;
        });
    return arrived;
  }

  int lost() {
    return lost;
  }

  int doubled() {
    return doubled;
  }

  int delayed() {
    return delayed;
  }
}
