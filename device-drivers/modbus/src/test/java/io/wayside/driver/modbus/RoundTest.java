// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.modbus;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.device.DeviceException;
import io.wayside.core.device.RegisterDevice.Table;
import io.wayside.driver.modbus.round.Bit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoundTest {

  private static final long MS = ManualTime.MS;

  private final ManualTime time = new ManualTime();
  private final ScriptedModule module = new ScriptedModule(time);
  private final Round round =
      new Round(module, new Watchdog(module, -1, 0, -1, MS, time.monotonicNanos()), time);
  private final List<ModulePorts.Port> ports = new ArrayList<>();

  /** Writes down what it is told. */
  private final class Told implements ModulePorts.Port {
    private final Bit bit;
    private final long everyMs;
    private final List<String> told = new ArrayList<>();
    private long lastNanos;
    private int dues;

    Told(Table table, int address, long everyMs) {
      this.bit = new Bit(table, address, 0);
      this.everyMs = everyMs;
      ports.add(this);
    }

    @Override
    public Bit bit() {
      return bit;
    }

    @Override
    public long lookEveryNanos() {
      return everyMs * MS;
    }

    @Override
    public void looked(boolean on, long nanos) {
      told.add(on ? "on" : "off");
      lastNanos = nanos;
    }

    @Override
    public void lost(Trouble trouble, long nowNanos) {
      told.add(trouble.code());
    }

    @Override
    public void due(long nowNanos) {
      dues++;
    }

    @Override
    public long untilDueNanos(long nowNanos, long longestNanos) {
      return longestNanos;
    }
  }

  private Told input(int address) {
    return new Told(Table.DISCRETE_INPUTS, address, 10);
  }

  /** Turns until so much time has passed. */
  private void forMs(long ms) {
    long end = time.monotonicNanos() + ms * MS;
    while (time.monotonicNanos() - end < 0) {
      time.passNanos(Math.max(1, round.turn(ports)));
    }
  }

  @Test
  void contactsOfOneModuleShareOneRequest() {
    Told one = input(3);
    Told other = input(9);
    module.put(other.bit, true);
    round.turn(ports);

    assertThat(module.asked).containsExactly("DISCRETE_INPUTS 3+7");
    assertThat(one.told).containsExactly("off");
    assertThat(other.told).containsExactly("on");
  }

  @Test
  void aLookHasTheTimeBetweenRequestAndAnswer() {
    Told one = input(3);
    long before = time.monotonicNanos();
    round.turn(ports);

    assertThat(one.lastNanos).isEqualTo(before + 2 * MS);
  }

  @Test
  void thePaceIsThatOfTheOneWhoAsksForMost() {
    input(3);
    new Told(Table.DISCRETE_INPUTS, 4, 200);
    Told far = new Told(Table.DISCRETE_INPUTS, 900, 200);
    forMs(1_000);

    assertThat(module.asked.stream().filter("DISCRETE_INPUTS 3+2"::equals).count())
        .isBetween(98L, 101L);
    assertThat(far.told).hasSizeBetween(5, 6);
  }

  @Test
  void whatWasMissedWhileTheLineWasBusyIsNotCaughtUpOn() {
    Told one = input(3);
    round.turn(ports);
    time.passMs(500);
    forMs(100);

    assertThat(one.told.size()).isLessThan(14);
  }

  @Test
  void aCellThatIsNotThereIsFoundAndTheOthersAreLookedAt() {
    List<Told> all = new ArrayList<>();
    for (int address : new int[] {1, 2, 5, 6, 7, 40}) {
      all.add(input(address));
    }
    module.missing.add(5);
    forMs(200);

    assertThat(all.get(2).told).containsOnly("refused");
    all.remove(2);
    assertThat(all)
        .allSatisfy(port -> assertThat(port.told).hasSizeGreaterThan(8).containsOnly("off"));
  }

  @Test
  void cellsBetweenTwoContactsThatAreNotThereDoNoHarm() {
    Told one = input(0);
    Told other = input(30);
    module.missing.add(12);
    forMs(200);

    assertThat(one.told).hasSizeGreaterThan(8).containsOnly("off");
    assertThat(other.told).hasSizeGreaterThan(8).containsOnly("off");
  }

  @Test
  void whatIsRefusedIsAskedForSeldom() {
    input(5);
    module.missing.add(5);
    forMs(10_000);

    assertThat(module.asked).hasSizeBetween(4, 7);
  }

  @Test
  void aSilentModuleIsLostAsAWholeAndAskedLessOften() {
    Told one = input(3);
    Told other = new Told(Table.COILS, 3, 10);
    round.turn(ports);
    module.failsWith(new DeviceException.TimedOut("module-1: no answer"));
    time.passMs(10);
    int before = module.asked.size();
    round.turn(ports);

    assertThat(module.asked).hasSize(before + 1);
    assertThat(one.told).endsWith("silent");
    assertThat(other.told).endsWith("silent");
    forMs(10_000);
    assertThat(module.asked.size() - before).isBetween(20, 120);
    module.failsWith(null);
    forMs(1_000);
    assertThat(one.told).endsWith("off", "off");
    assertThat(other.told).endsWith("off", "off");
  }

  @Test
  void eachFailureHasItsName() {
    Told one = input(3);
    module.failsWith(new DeviceException.LinkDown("module-1: unplugged"));
    round.turn(ports);
    module.failsWith(new DeviceException.Garbled("module-1: wrong check"));
    forMs(1_000);

    assertThat(one.told).startsWith("link-down", "garbled");
  }

  @Test
  void everyPortIsAskedWhetherItIsDueBeforeTheLooks() {
    Told one = input(3);
    round.turn(ports);
    round.turn(ports);

    assertThat(one.dues).isEqualTo(2);
    assertThat(one.told).hasSize(1);
  }

  @Test
  void whoComesLaterIsLookedAtAndWhoLeftIsNot() {
    Told first = input(3);
    round.turn(ports);
    Told second = input(4);
    ports.remove(first);
    forMs(100);

    assertThat(first.told).hasSize(1);
    assertThat(second.told).hasSizeGreaterThan(5);
  }

  @Test
  void theEndIsTold() {
    Told one = input(3);
    round.turn(ports);
    round.end();

    assertThat(one.told).containsExactly("off", "stopped");
  }
}
