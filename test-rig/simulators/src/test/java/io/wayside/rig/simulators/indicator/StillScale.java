// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.indicator;

/** A scale on which a test places what it likes. */
final class StillScale implements Scale {

  Indication shown = Indication.of(12_340, 0);
  Zeroing zeroing = Zeroing.DONE;
  boolean tares = true;
  long tare;
  long nanos;

  @Override
  public IndicatorSettings settings() {
    return IndicatorSettings.axlePlatform();
  }

  @Override
  public long nanos() {
    return nanos;
  }

  @Override
  public Indication shown() {
    return shown.net(tare);
  }

  @Override
  public Indication fine() {
    return Indication.of(shown.value() * 10 + 3, shown.decimals() + 1).as(shown.range());
  }

  @Override
  public Zeroing zero() {
    return zeroing;
  }

  @Override
  public boolean tare() {
    tare = tares ? shown.value() : tare;
    return tares;
  }

  @Override
  public void clearTare() {
    tare = 0;
  }

  @Override
  public long tareValue() {
    return tare;
  }
}
