// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.lantern;

import io.wayside.rig.simulators.clock.RigClock;
import io.wayside.rig.simulators.transport.BytePipe;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** A modem in text mode as 3GPP TS 27.005 has it: echo, PIN, network, memory, prompt. */
public final class SimulatedModem implements SmsNetwork.Phone, AutoCloseable {

  private static final Duration LOOKING = Duration.ofMillis(5);
  private static final int PLACES = 20;
  private static final int END_OF_TEXT = 26;
  private static final int ESCAPE = 27;

  private final BytePipe pipe;
  private final SmsNetwork network;
  private final String number;
  private final RigClock.Task looking;
  private final Map<Integer, String[]> memory = new TreeMap<>();
  private final StringBuilder heard = new StringBuilder();
  private String addressee = "";
  private String pin = "";
  private int pinTries = 3;
  private boolean registered = true;
  private boolean mute;
  private boolean echo = true;
  private boolean announces;
  private int sent;
  private int received;
  private String stamp = "26/11/22,10:00:00+28";

  /**
   * Switched on.
   *
   * @param pipe already open
   */
  public SimulatedModem(RigClock clock, BytePipe pipe, SmsNetwork network, String number) {
    this.pipe = pipe;
    this.network = network;
    this.number = number;
    this.looking = clock.every(LOOKING, this::look);
    network.join(number, this);
  }

  /** The SIM wants this PIN; empty: none. */
  public synchronized void lock(String wanted) {
    pin = wanted;
  }

  public synchronized int pinTries() {
    return pinTries;
  }

  public synchronized void registered(boolean now) {
    registered = now;
  }

  /** Says nothing any more, until told otherwise. */
  public synchronized void mute(boolean now) {
    mute = now;
  }

  /** The network's time of the messages that come from now on. */
  public synchronized void stamp(String text) {
    stamp = text;
  }

  /** How many messages lie in its memory. */
  public synchronized int kept() {
    return memory.size();
  }

  /** How many messages the network brought, kept or not. */
  public synchronized int received() {
    return received;
  }

  @Override
  public synchronized void receive(String sender, String text) {
    received++;
    int place = 1;
    while (memory.containsKey(place)) {
      place++;
    }
    if (place > PLACES) {
      return;
    }
    memory.put(place, new String[] {sender, stamp, text});
    if (announces) {
      say("\r\n+CMTI: \"SM\"," + place + "\r\n");
    }
  }

  private synchronized void look(long dueNanos) {
    for (byte each : pipe.read()) {
      hear(each & 0xFF);
    }
  }

  private void hear(int next) {
    if (echo && next != ESCAPE) {
      say(String.valueOf((char) next));
    }
    if (next == ESCAPE) {
      heard.setLength(0);
      addressee = "";
    } else if (!addressee.isEmpty() && next == END_OF_TEXT) {
      network.send(number, addressee, heard.toString());
      addressee = "";
      heard.setLength(0);
      say("\r\n+CMGS: " + ++sent + "\r\n\r\nOK\r\n");
    } else if (addressee.isEmpty() && next == '\r') {
      String command = heard.toString().strip();
      heard.setLength(0);
      obey(command);
    } else {
      heard.append((char) next);
    }
  }

  private void obey(String command) {
    boolean locked = !pin.isEmpty();
    switch (command.replaceFirst("=.*", "")) {
      case "AT", "AT+CMEE", "AT+CSCS" -> ok("");
      case "ATE0" -> {
        echo = false;
        ok("");
      }
      case "AT+CPIN?" -> ok("+CPIN: " + (pinTries == 0 ? "SIM PUK" : locked ? "SIM PIN" : "READY"));
      case "AT+CPIN" -> unlock(argument(command));
      case "AT+CREG?" -> ok("+CREG: 0," + (registered ? 1 : 2));
      case "AT+CSQ" -> ok("+CSQ: " + (registered ? 17 : 99) + ",99");
      case "AT+CMGF", "AT+CNMI" -> {
        announces |= command.startsWith("AT+CNMI");
        withSim(locked, "");
      }
      case "AT+CMGL" -> withSim(locked, list());
      case "AT+CMGD" -> {
        memory.remove(Integer.parseInt(command.substring(command.indexOf('=') + 1)));
        withSim(locked, "");
      }
      case "AT+CMGS" -> {
        if (locked || !registered) {
          say("\r\n+CMS ERROR: " + (locked ? 311 : 331) + "\r\n");
        } else {
          addressee = argument(command);
          say("\r\n> ");
        }
      }
      default -> say("\r\nERROR\r\n");
    }
  }

  private static String argument(String command) {
    return command.substring(command.indexOf('"') + 1, command.lastIndexOf('"'));
  }

  private void unlock(String tried) {
    if (tried.equals(pin)) {
      pin = "";
      ok("");
    } else {
      pinTries--;
      say("\r\n+CME ERROR: 16\r\n");
    }
  }

  private void withSim(boolean locked, String answer) {
    if (locked) {
      say("\r\n+CMS ERROR: 311\r\n");
    } else {
      ok(answer);
    }
  }

  private String list() {
    StringBuilder list = new StringBuilder();
    memory.forEach(
        (place, message) ->
            list.append("+CMGL: ")
                .append(place)
                .append(",\"REC UNREAD\",\"")
                .append(message[0])
                .append("\",,\"")
                .append(message[1])
                .append("\"\r\n")
                .append(message[2])
                .append("\r\n"));
    return list.toString().strip();
  }

  private void ok(String answer) {
    say((answer.isEmpty() ? "" : "\r\n" + answer + "\r\n") + "\r\nOK\r\n");
  }

  private void say(String text) {
    if (!mute) {
      pipe.write(text.getBytes(StandardCharsets.ISO_8859_1));
    }
  }

  @Override
  public synchronized void close() {
    looking.cancel();
  }
}
