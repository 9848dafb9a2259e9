// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.loops;

import io.wayside.driver.modbus.Lines;
import io.wayside.driver.modbus.ModbusContact;
import io.wayside.driver.modbus.ModbusDevice;
import io.wayside.rig.scenarios.lane.Assembled;
import io.wayside.rig.scenarios.lane.TcpLinks;
import io.wayside.rig.scenarios.lane.Wrong;
import io.wayside.rig.simulators.clock.RealRigClock;
import io.wayside.rig.simulators.loops.ContactEdge;
import io.wayside.rig.simulators.modbus.IoModule;
import io.wayside.rig.simulators.modbus.ModbusTcpServer;
import io.wayside.rig.simulators.modbus.RegisterTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/**
 * Through the gateway's driver of Modbus modules, which looks at the discrete inputs of a simulated
 * one on TCP; frames go over the loopback address, time is simulated.
 */
final class ThroughModbus implements Way {

  private static final long MS = 1_000_000L;
  private static final long AFTERWARDS_NANOS = 1_000 * MS;
  private static final int NO_WATCHDOG = 90;
  private static final long LOOK_NANOS = 200_000;

  private final int lookEveryMs;
  private final long exchangeNanos;

  /**
   * A way through a module.
   *
   * @param exchangeNanos how long a request and its answer take
   */
  ThroughModbus(int lookEveryMs, long exchangeNanos) {
    this.lookEveryMs = lookEveryMs;
    this.exchangeNanos = exchangeNanos;
  }

  @Override
  public long grainNanos() {
    return lookEveryMs * MS;
  }

  @Override
  public void play(List<ContactEdge> edges, Hearing hearing) throws InterruptedException {
    long end = edges.get(edges.size() - 1).nanos() + AFTERWARDS_NANOS;
    RegisterTable cells = new RegisterTable(100);
    LookedAtTime time =
        new LookedAtTime(
            edges,
            edge -> cells.discreteInput(CHANNELS.indexOf(edge.channel()), edge.on()),
            exchangeNanos,
            end);
    try (RealRigClock clock = new RealRigClock();
        IoModule module = new IoModule(cells, clock, NO_WATCHDOG, IoModule.ANY_REQUEST);
        ModbusTcpServer server = new ModbusTcpServer(0, Map.of(1, module), clock)) {
      module.roundEachReading(time::halfAnExchange, time::halfAnExchange);
      play(server.port(), time, hearing);
    } catch (IOException noPort) {
      throw new UncheckedIOException("the loopback address gives no port", noPort);
    } catch (Wrong wrong) {
      throw new IllegalStateException("the driver refuses its own defaults", wrong);
    }
  }

  private void play(int port, LookedAtTime time, Hearing hearing)
      throws InterruptedException, Wrong {
    ModbusDevice device =
        Assembled.make(
            ModbusDevice.class,
            Map.of(
                "device.id", "module", "link", "tcp://127.0.0.1:" + port, "answerWithinMs", 10_000),
            new Lines(new TcpLinks(), time),
            time,
            time);
    List<ModbusContact> contacts = new ArrayList<>();
    for (String channel : CHANNELS) {
      ModbusContact contact =
          Assembled.make(
              ModbusContact.class,
              Map.of(
                  "device.id", channel,
                  "address", CHANNELS.indexOf(channel),
                  "lookEveryMs", lookEveryMs),
              device,
              time);
      contacts.add(contact);
    }
    while (contacts.stream().anyMatch(contact -> contact.active().isEmpty())) {
      LockSupport.parkNanos(LOOK_NANOS);
    }
    for (int i = 0; i < contacts.size(); i++) {
      contacts.get(i).subscribe(new Told(CHANNELS.get(i), hearing));
    }
    time.begin();
    time.awaitEnd();
    time.release();
    contacts.forEach(ModbusContact::stop);
    device.stop();
  }
}
