// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing;

import io.wayside.core.command.Command;
import io.wayside.core.command.CommandResult;
import io.wayside.core.command.CommandResult.Done;
import io.wayside.core.command.CommandResult.Failed;
import io.wayside.core.command.CommandResult.Refused;
import io.wayside.core.command.Permission;
import io.wayside.core.data.Value;
import io.wayside.core.device.DeviceException;
import io.wayside.core.device.ScaleKeys;
import io.wayside.core.device.WeightSource;
import io.wayside.core.unit.Mass;
import io.wayside.weighing.statics.Phase;
import io.wayside.weighing.statics.Situation;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The verbs that set the zero and the tare of a station's scale. The scale decides by its own
 * rules; the station adds one: zero is set between vehicles, or an axle's weight could be taken
 * away.
 */
final class ScaleCommands {

  static final String ZERO = "zero";
  static final String TARE = "tare";
  static final String TARE_PRESET = "tare-preset";
  static final String TARE_CLEAR = "tare-clear";

  static final Map<String, Permission> VERBS =
      Map.of(
          ZERO, Permission.MAINTAIN,
          TARE, Permission.MAINTAIN,
          TARE_PRESET, Permission.MAINTAIN,
          TARE_CLEAR, Permission.MAINTAIN);

  /** What stands on the platform, and who must know that its scale was set. */
  interface Platform {
    Situation situation();

    void scaleSet();
  }

  private final String scaleId;
  private final Optional<ScaleKeys> keys;
  private final Platform platform;

  ScaleCommands(WeightSource scale, Platform platform) {
    this.scaleId = scale.deviceId();
    this.keys = scale instanceof ScaleKeys its ? Optional.of(its) : Optional.empty();
    this.platform = platform;
  }

  /** May take as long as the scale takes to confirm; called without a lock. */
  CommandResult handle(Command command) {
    if (keys.isEmpty()) {
      return new Refused(
          "no-keys", scaleId + " takes no commands over its line: press the key on the indicator");
    }
    return switch (command.verb()) {
      case ZERO -> zero(keys.get());
      case TARE -> press(ScaleKeys::tare, keys.get());
      case TARE_CLEAR -> press(ScaleKeys::clearTare, keys.get());
      default -> preset(command.arguments().get("kg"), keys.get());
    };
  }

  private CommandResult zero(ScaleKeys scale) {
    Situation now = platform.situation();
    if (now.phase() == Phase.UNSEEN) {
      return new Refused("no-signal", "nothing is heard of " + scaleId + "; see its health first");
    }
    if (now.vehicle().isPresent() || now.phase() != Phase.CLEAR) {
      return new Refused(
          "vehicle-present",
          "a vehicle is being weighed; zero is set between vehicles: finish it, clear the platform");
    }
    return press(ScaleKeys::zero, scale);
  }

  private CommandResult preset(Value given, ScaleKeys scale) {
    OptionalDouble kg = number(given);
    if (kg.isEmpty()) {
      return new Refused("kg-missing", "give the tare as the number \"kg\", above zero");
    }
    return press(pressed -> pressed.presetTare(new Mass(kg.getAsDouble())), scale);
  }

  /** What is done with the keys. */
  private interface Press {
    void on(ScaleKeys scale) throws DeviceException;
  }

  private CommandResult press(Press press, ScaleKeys scale) {
    try {
      press.on(scale);
    } catch (DeviceException.Refused refused) {
      return new Refused("scale-refused", scaleId + ": " + refused.getMessage());
    } catch (DeviceException.LinkDown down) {
      return new Refused("no-link", scaleId + ": " + down.getMessage());
    } catch (DeviceException unknown) {
      platform.scaleSet();
      return new Failed(
          "not-confirmed",
          scaleId + " may have done it or not: " + unknown.getMessage() + "; look at its display");
    }
    platform.scaleSet();
    return new Done(Value.Fields.with("scale", scaleId).build());
  }

  private static OptionalDouble number(Value value) {
    if (value instanceof Value.Whole whole) {
      return positive((double) whole.value());
    }
    return value instanceof Value.Real real ? positive(real.value()) : OptionalDouble.empty();
  }

  private static OptionalDouble positive(double kg) {
    return kg > 0 && Double.isFinite(kg) ? OptionalDouble.of(kg) : OptionalDouble.empty();
  }
}
