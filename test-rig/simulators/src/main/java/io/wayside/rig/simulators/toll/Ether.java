// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.toll;

import io.wayside.rig.simulators.toll.radio.AirLink;
import io.wayside.rig.simulators.toll.radio.Antenna;
import io.wayside.rig.simulators.toll.radio.Channels;
import io.wayside.rig.simulators.toll.radio.Point;
import io.wayside.rig.simulators.toll.radio.Propagation;
import io.wayside.rig.simulators.toll.road.Vehicle;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/**
 * All radio of the station. Each reader asks round by round, its antennas in turn; every tag of
 * every lane may answer, shadowed by what stands between.
 */
final class Ether {

  /**
   * What reflections can add, and how far below its limit a chip still answers one in a thousand.
   */
  private static final double HOPE_DB = 16;

  /** A lorry's body between tag and antenna. */
  private static final double SHADOW_DB = 15;

  private static final double HALF_BODY_M = 1.25;

  /** Answers of several tags collide now and then. */
  private static final double COLLIDES = 0.06;

  private static final double LEAST_CLEAR = 0.4;

  private final Propagation propagation;
  private final AirLink link;
  private final SplittableRandom random;
  private final List<Lane> lanes;
  private long round;

  Ether(List<Lane> lanes, AirLink link, SplittableRandom random) {
    double left = lanes.stream().mapToDouble(l -> l.setup.layout().centreM()).max().orElse(0);
    this.propagation = new Propagation(0, left, random.nextLong());
    this.link = link;
    this.random = random;
    this.lanes = lanes;
  }

  /** One round of every reader that is on. */
  void round(long nanos, Consumer<WorldEvent> events) {
    round++;
    for (Lane lane : lanes) {
      if (lane.radio && nanos >= lane.readerBackNanos) {
        List<Antenna> antennas = lane.setup.layout().antennas();
        ask(lane, antennas.get((int) (round % antennas.size())), nanos, events);
      }
    }
  }

  private void ask(Lane lane, Antenna antenna, long nanos, Consumer<WorldEvent> events) {
    int channel = lane.channels.at(nanos);
    double hz = Channels.hz(channel);
    int answering = 0;
    for (Lane other : lanes) {
      for (Passenger one : other.present) {
        for (int i = 0; i < one.arrival.tags().size(); i++) {
          FittedTag tag = one.arrival.tags().get(i);
          Point place = place(lane, other, one, tag);
          double gain = antenna.gainDbiTowards(place);
          if (deaf(antenna.at().distanceM(place), gain - tag.lossDb(), hz)) {
            continue;
          }
          double loss =
              propagation.lossDb(antenna.at(), place, hz)
                  + tag.lossDb()
                  + (tag.mirrored() ? 0 : shadowDb(antenna.at(), place, one));
          double atChip = link.atChipDbm(gain, loss);
          double clear = Math.max(LEAST_CLEAR, 1 - COLLIDES * answering);
          if (random.nextDouble() < clear * link.answers(atChip)) {
            answering++;
            int rssi = AirLink.saidDbm(link.heardDbm(atChip, gain, loss), random);
            one.heard(i, lane.setup.number(), rssi);
            events.accept(
                new WorldEvent.TagRead(
                    nanos, lane.setup.number(), tag.tag(), antenna.port(), rssi, channel));
          }
        }
      }
    }
  }

  /** Whether there is no hope, so that the waves need not be added. */
  private boolean deaf(double distanceM, double gainDb, double hz) {
    double best = link.atChipDbm(gainDb, Propagation.freeSpaceLossDb(distanceM, hz));
    return best + HOPE_DB < link.chipDbm();
  }

  /** Of a mirrored tag every lane sees an image in its own middle. */
  private static Point place(Lane asking, Lane home, Passenger one, FittedTag tag) {
    Lane seen = tag.mirrored() ? asking : home;
    return one.place(tag, seen.setup.layout().centreM());
  }

  /** What stands on the straight way between antenna and tag, and reaches higher than it. */
  private double shadowDb(Point antenna, Point tag, Passenger own) {
    double shadow = 0;
    for (Lane lane : lanes) {
      double middle = lane.setup.layout().centreM();
      for (Passenger one : lane.present) {
        if (one != own && between(antenna, tag, one.vehicle, middle)) {
          shadow += SHADOW_DB;
        }
      }
    }
    return shadow;
  }

  private static boolean between(Point antenna, Point tag, Vehicle body, double middleM) {
    double from = 0;
    double to = 1;
    double[][] slabs = {
      {tag.xM(), antenna.xM() - tag.xM(), body.tailM(), body.noseM()},
      {tag.yM(), antenna.yM() - tag.yM(), middleM - HALF_BODY_M, middleM + HALF_BODY_M},
      {tag.zM(), antenna.zM() - tag.zM(), 0, body.kind().heightM()}
    };
    for (double[] slab : slabs) {
      if (slab[1] == 0) {
        if (slab[0] < slab[2] || slab[0] > slab[3]) {
          return false;
        }
        continue;
      }
      double a = (slab[2] - slab[0]) / slab[1];
      double b = (slab[3] - slab[0]) / slab[1];
      from = Math.max(from, Math.min(a, b));
      to = Math.min(to, Math.max(a, b));
    }
    return from < to;
  }
}
