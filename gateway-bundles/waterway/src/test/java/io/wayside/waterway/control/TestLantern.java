// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.control;

import io.wayside.core.device.DeviceException;
import io.wayside.core.water.Lantern;
import io.wayside.core.water.LanternOrder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A lantern that does as it is told, or fails as a test wants. */
final class TestLantern implements Lantern {

  /** What it is asked next comes to. */
  enum Mood {
    CONFIRMS,
    TAKES,
    REFUSES,
    LINK_DOWN,
    /** It does as it is told and its answer is lost. */
    SILENT
  }

  Mood mood = Mood.CONFIRMS;

  /** Whether one that refuses will not be given back either. */
  boolean refusesRelease = true;

  LanternOrder order = new LanternOrder.Dark();
  final List<String> heard = new ArrayList<>();
  final Set<Class<? extends LanternOrder>> knows =
      new LinkedHashSet<>(
          List.of(
              LanternOrder.Shine.class,
              LanternOrder.Dark.class,
              LanternOrder.Automatic.class,
              LanternOrder.Rhythm.class,
              LanternOrder.Intensity.class,
              LanternOrder.Reset.class));

  /** Whether it could be left otherwise than as its own master. */
  boolean isOverridden() {
    return !(order instanceof LanternOrder.Automatic);
  }

  @Override
  public Set<Class<? extends LanternOrder>> knows() {
    return knows;
  }

  @Override
  public Fallback fallback() {
    return Fallback.HOLDS;
  }

  @Override
  public Answer order(LanternOrder told, Duration lease) throws DeviceException {
    heard.add(told.getClass().getSimpleName() + " " + lease.toSeconds());
    return take(told);
  }

  @Override
  public Answer release() throws DeviceException {
    heard.add("Release");
    if (mood == Mood.REFUSES && !refusesRelease) {
      order = new LanternOrder.Automatic();
      return Answer.CONFIRMED;
    }
    return take(new LanternOrder.Automatic());
  }

  private Answer take(LanternOrder told) throws DeviceException {
    switch (mood) {
      case REFUSES -> throw new DeviceException.Refused("lamp-1: not now");
      case LINK_DOWN -> throw new DeviceException.LinkDown("lamp-1 at /dev/ttyS1: no answer");
      default -> order = told;
    }
    if (mood == Mood.SILENT) {
      throw new DeviceException.TimedOut("lamp-1 at /dev/ttyS1: no answer in 1000 ms");
    }
    return mood == Mood.TAKES ? Answer.TAKEN : Answer.CONFIRMED;
  }

  @Override
  public String deviceId() {
    return "lamp-1";
  }
}
