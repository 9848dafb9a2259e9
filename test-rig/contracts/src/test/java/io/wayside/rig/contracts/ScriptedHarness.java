// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.contracts;

import io.wayside.core.device.Device;
import io.wayside.core.device.Source;
import io.wayside.rig.contracts.scripted.ScriptedDevice;
import io.wayside.rig.contracts.scripted.ScriptedSource;
import java.time.Duration;
import java.util.function.BiPredicate;
import java.util.function.IntConsumer;

/** The harness of a scripted device: the script is its peer. */
class ScriptedHarness<D extends Device> implements DeviceHarness<D> {

  private final ScriptedDevice scripted;
  private final D device;

  ScriptedHarness(ScriptedDevice scripted, Class<D> contract) {
    this.scripted = scripted;
    this.device = Spoiling.spoil(contract.cast(scripted), contract);
  }

  static <D extends Device & Source<E>, E> SourceHarness<D, E> speaking(
      ScriptedSource<E> scripted, Class<D> contract, IntConsumer says, BiPredicate<E, Integer> is) {
    return new Speaking<>(scripted, contract, says, is);
  }

  @Override
  public D device() {
    return device;
  }

  @Override
  public long monotonicNanos() {
    return scripted.monotonicNanos();
  }

  @Override
  public void breakLink() {
    scripted.breakLink();
  }

  @Override
  public void restoreLink() {
    scripted.restoreLink();
  }

  @Override
  public Duration deadline() {
    return Spoiling.deadline();
  }

  @Override
  public void close() {
    scripted.breakLink();
  }

  private static final class Speaking<D extends Device & Source<E>, E> extends ScriptedHarness<D>
      implements SourceHarness<D, E> {

    private final IntConsumer says;
    private final BiPredicate<E, Integer> is;

    Speaking(
        ScriptedSource<E> scripted,
        Class<D> contract,
        IntConsumer says,
        BiPredicate<E, Integer> is) {
      super(scripted, contract);
      this.says = says;
      this.is = is;
    }

    @Override
    public void peerSays(int number) {
      says.accept(number);
    }

    @Override
    public boolean carries(E event, int number) {
      return is.test(event, number);
    }
  }
}
