// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.rig;

import io.wayside.core.device.DeviceException;
import io.wayside.core.device.Listener;
import io.wayside.core.device.ScaleKeys;
import io.wayside.core.device.WeightReading;
import io.wayside.core.device.WeightSource;
import io.wayside.core.unit.Mass;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A scripted scale whose keys note that they were pressed, or answer what a test tells them to. */
public final class KeyedScale implements WeightSource, ScaleKeys {

  private final ScriptedScale readings;
  private final List<String> pressed = new ArrayList<>();
  private Optional<DeviceException> answer = Optional.empty();
  private Runnable meanwhile = () -> {};

  public KeyedScale(SteppedTime time) {
    this.readings = new ScriptedScale(time);
  }

  public void say(Readings said) {
    readings.say(said);
  }

  /** From now on each key fails with this. */
  public void answering(DeviceException with) {
    answer = Optional.of(with);
  }

  /** What happens between the press and its confirmation. */
  public void whilePressed(Runnable happens) {
    meanwhile = happens;
  }

  public List<String> pressed() {
    return List.copyOf(pressed);
  }

  private void press(String key) throws DeviceException {
    meanwhile.run();
    if (answer.isPresent()) {
      throw answer.get();
    }
    pressed.add(key);
  }

  @Override
  public void zero() throws DeviceException {
    press("zero");
  }

  @Override
  public void tare() throws DeviceException {
    press("tare");
  }

  @Override
  public void presetTare(Mass mass) throws DeviceException {
    press("preset " + mass.kilograms());
  }

  @Override
  public void clearTare() throws DeviceException {
    press("clear");
  }

  @Override
  public Optional<Tare> tareInForce() {
    return Optional.empty();
  }

  @Override
  public String deviceId() {
    return readings.deviceId();
  }

  @Override
  public Subscription subscribe(Listener<? super WeightReading> listener) {
    return readings.subscribe(listener);
  }
}
