// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.motion;

import io.wayside.rig.simulators.motion.road.RoadProfile;
import io.wayside.rig.simulators.motion.sensor.Probe;
import io.wayside.rig.simulators.motion.sensor.Samples;
import io.wayside.rig.simulators.motion.sensor.SignalChain;
import io.wayside.rig.simulators.motion.sensor.StripLine;
import io.wayside.rig.simulators.motion.traffic.Arrival;
import io.wayside.rig.simulators.motion.vehicle.Passage;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * A site with its traffic, played from the first sample on. The same site, traffic and seed give
 * the same samples, contacts and truth, however the stream is cut.
 *
 * <p>Memory holds the vehicles on the site and the truth that nobody has taken away yet. Not for
 * two threads.
 */
public final class MotionScene {
  private final MotionSite site;
  private final RoadProfile road;
  private final List<Probe> probes;
  private final List<SignalChain> chains = new ArrayList<>();
  private final List<Contact> contacts;
  private final SplittableRandom jitter;
  private final Entrance entrance;
  private final List<Passage> present = new ArrayList<>();
  private final List<TrueVehicle> truth = new ArrayList<>();
  private final List<ContactEdge> edges = new ArrayList<>();
  private long first;

  /** A scene of the given vehicles, each entering the site no earlier than the one before. */
  public MotionScene(MotionSite site, Iterator<Arrival> traffic, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    this.site = site;
    this.road = RoadProfile.of(site.road(), random.nextLong());
    this.jitter = random.split();
    this.probes = site.probes();
    for (Probe probe : probes) {
      chains.add(new SignalChain(probe, site.climate(), site.rateHz(), random.split()));
    }
    this.contacts = site.detectors().stream().map(d -> new Contact(d, site.rateHz())).toList();
    this.entrance = new Entrance(site, road, traffic);
  }

  /** The channels, in the order of the samples. */
  public List<MotionChannel> channels() {
    return probes.stream().map(p -> new MotionChannel(p.channel(), p.unit())).toList();
  }

  /** Samples per second of all channels. */
  public double rateHz() {
    return site.rateHz();
  }

  /** The site. */
  public MotionSite site() {
    return site;
  }

  /** The road as it is in this scene. */
  public RoadProfile road() {
    return road;
  }

  /** Number of the sample that comes next. */
  public long position() {
    return first;
  }

  /** The next samples, {@code [channel][sample]}. */
  public double[][] next(int samples) {
    Samples asked = ask(samples);
    double end = (first + samples) / site.rateHz();
    entrance.admitUntil(end, present, truth);
    double[][] out = new double[probes.size()][samples];
    for (int i = 0; i < out.length; i++) {
      chains.get(i).sample(first, felt(probes.get(i), asked), out[i]);
    }
    edges.clear();
    for (Contact contact : contacts) {
      contact.scan(first, samples, present, edges);
    }
    edges.sort((a, b) -> Double.compare(a.timeS(), b.timeS()));
    first += samples;
    present.removeIf(passage -> passage.onSite().toS() < end);
    return out;
  }

  /** Contacts that closed or opened during the last samples, in order. */
  public List<ContactEdge> edges() {
    return List.copyOf(edges);
  }

  /**
   * All vehicles that entered so far and were not taken away, in the order in which they entered.
   */
  public List<TrueVehicle> truth() {
    return List.copyOf(truth);
  }

  /** The same, and forgets them, so that a scene can run for days. */
  public List<TrueVehicle> takeTruth() {
    List<TrueVehicle> taken = List.copyOf(truth);
    truth.clear();
    return taken;
  }

  /** Units per newton of a channel at 20 °C as they really are, which no reader is told. */
  public double trueGain(String channel) {
    int index =
        IntStream.range(0, probes.size())
            .filter(i -> probes.get(i).channel().equals(channel))
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "Scene: no channel " + channel + "; there are " + channels()));
    return chains.get(index).trueGain();
  }

  /**
   * What the area of a strip's signal times the speed must be multiplied with to give newtons at 20
   * °C; the result of a perfect calibration.
   */
  public double newtonsPerUnitMetre(String channel) {
    double gain = trueGain(channel);
    return site.sensors().stream()
        .filter(StripLine.class::isInstance)
        .map(StripLine.class::cast)
        .filter(line -> line.halves().stream().anyMatch(h -> h.channel().equals(channel)))
        .mapToDouble(line -> line.newtonsPerUnitMetre(gain))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("Scene: " + channel + " is not that of a strip"));
  }

  private Samples ask(int samples) {
    double[] times = new double[samples];
    for (int i = 0; i < samples; i++) {
      times[i] = (first + i) / site.rateHz();
      if (site.jitterS() > 0) {
        times[i] += site.jitterS() * jitter.nextGaussian();
      }
    }
    return new Samples(first, site.rateHz(), times);
  }

  private double[][] felt(Probe probe, Samples asked) {
    double[][] inputs = new double[probe.inputs()][asked.count()];
    for (Passage passage : present) {
      probe.feel(passage, asked, inputs);
    }
    return inputs;
  }
}
