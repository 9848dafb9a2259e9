// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.modbus;

import io.wayside.rig.simulators.clock.Pause;
import io.wayside.rig.simulators.clock.RigClock;
import io.wayside.rig.simulators.transport.LoopbackServer;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Modbus on TCP, on the loopback address, for sixteen clients at a time. A frame whose header is
 * wrong hangs up on its client. A unit that is not there is answered for with exception 11, as a
 * gateway does; 0 and 255 mean the only unit where there is one.
 */
public final class ModbusTcpServer implements AutoCloseable {

  private static final int MOST_CLIENTS = 16;
  private static final int HEADER_BYTES = 7;
  private static final int LONGEST = 254;

  private final Map<Integer, RegisterImage> units;
  private final RigClock clock;
  private final ModbusFaults faults = new ModbusFaults();
  private final LoopbackServer server;

  /**
   * Listens at once.
   *
   * @param port 0 takes a free one
   * @param units by number, 1 to 247
   */
  public ModbusTcpServer(int port, Map<Integer, ? extends RegisterImage> units, RigClock clock)
      throws IOException {
    this.units = Map.copyOf(units);
    this.clock = clock;
    this.server = new LoopbackServer("modbus", port, MOST_CLIENTS, this::serve);
  }

  public int port() {
    return server.port();
  }

  public ModbusFaults faults() {
    return faults;
  }

  /** How many clients are connected. */
  public int connected() {
    return server.connected();
  }

  /** Hangs up on everybody; who calls again is let in. */
  public void hangUp() {
    server.hangUp();
  }

  private void serve(Socket client) throws IOException {
    DataInputStream in = new DataInputStream(new BufferedInputStream(client.getInputStream()));
    int transactionBefore = 0;
    while (true) {
      int transaction = in.readUnsignedShort();
      int protocol = in.readUnsignedShort();
      int length = in.readUnsignedShort();
      if (protocol != 0 || length < 2 || length > LONGEST) {
        throw new EOFException("no Modbus header; the stream cannot be followed");
      }
      int unit = in.readUnsignedByte();
      byte[] request = in.readNBytes(length - 1);
      if (request.length < length - 1) {
        return;
      }
      ModbusFault fault = faults.next();
      int stated = fault == ModbusFault.WRONG_TRANSACTION ? transactionBefore : transaction;
      Pause.forTime(faults.delay(fault), clock);
      client.getOutputStream().write(ModbusFaults.sent(fault, frame(stated, unit, request, fault)));
      transactionBefore = transaction;
    }
  }

  private byte[] frame(int transaction, int unit, byte[] request, @Nullable ModbusFault fault) {
    RegisterImage image = image(unit);
    byte[] answer =
        image == null
            ? ModbusUnit.exception(request[0], RegisterImage.Refused.NO_ANSWER_FROM_TARGET)
            : ModbusUnit.answer(request, image);
    byte[] content = faults.content(fault, request, answer);
    return ByteBuffer.allocate(HEADER_BYTES + content.length)
        .putShort((short) transaction)
        .putShort((short) 0)
        .putShort((short) (content.length + 1))
        .put((byte) ModbusFaults.unit(fault, unit))
        .put(content)
        .array();
  }

  private @Nullable RegisterImage image(int unit) {
    boolean anybody = (unit == 0 || unit == 255) && units.size() == 1;
    return anybody ? units.values().iterator().next() : units.get(unit);
  }

  @Override
  public void close() {
    server.close();
  }
}
