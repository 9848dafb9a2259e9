// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.link;

import io.wayside.core.link.LinkAddress.Parity;
import io.wayside.core.link.LinkAddress.Serial;
import io.wayside.core.link.LinkAddress.StopBits;
import io.wayside.core.link.LinkAddress.Tcp;
import io.wayside.core.link.LinkAddress.Udp;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text form of link addresses: {@code serial:/dev/ttyUSB0?9600,8N1}, {@code
 * tcp://192.0.2.7:4001}, {@code tcp://[2001:db8::7]:4001}, {@code udp://0.0.0.0:10110}. A serial
 * line without settings is 9600,8N1.
 */
public final class LinkAddresses {

  private static final Pattern SERIAL =
      Pattern.compile("serial:(/[^?]+)(?:\\?(\\d{2,7}),([5-8])([NEOMS])(1|1\\.5|2))?");

  private LinkAddresses() {}

  /**
   * Reads the text form.
   *
   * @throws IllegalArgumentException that quotes the text and shows the right form
   */
  public static LinkAddress parse(String text) {
    Matcher serial = SERIAL.matcher(text);
    if (serial.matches()) {
      return serial.group(2) == null
          ? new Serial(serial.group(1), 9600, 8, Parity.NONE, StopBits.ONE)
          : new Serial(
              serial.group(1),
              Integer.parseInt(serial.group(2)),
              Integer.parseInt(serial.group(3)),
              parity(serial.group(4)),
              stopBits(serial.group(5)));
    }
    try {
      URI uri = new URI(text);
      boolean hostAndPortOnly =
          text.equals(uri.getScheme() + "://" + uri.getHost() + ":" + uri.getPort());
      if (hostAndPortOnly && uri.getPort() > 0 && uri.getPort() < 65536) {
        if ("tcp".equals(uri.getScheme())) {
          return new Tcp(uri.getHost(), uri.getPort());
        }
        if ("udp".equals(uri.getScheme())) {
          return new Udp(uri.getHost(), uri.getPort());
        }
      }
    } catch (URISyntaxException notAUri) {
      throw unreadable(text, notAUri);
    }
    throw unreadable(text, null);
  }

  /** The text form of an address. */
  public static String print(LinkAddress address) {
    if (address instanceof Serial serial) {
      return String.format(
          Locale.ROOT,
          "serial:%s?%d,%d%c%s",
          serial.path(),
          serial.baud(),
          serial.dataBits(),
          serial.parity().name().charAt(0),
          switch (serial.stopBits()) {
            case ONE -> "1";
            case ONE_AND_A_HALF -> "1.5";
            case TWO -> "2";
          });
    }
    if (address instanceof Tcp tcp) {
      return "tcp://" + tcp.host() + ":" + tcp.port();
    }
    Udp udp = (Udp) address;
    return "udp://" + udp.bindHost() + ":" + udp.port();
  }

  private static Parity parity(String letter) {
    return switch (letter) {
      case "N" -> Parity.NONE;
      case "E" -> Parity.EVEN;
      case "O" -> Parity.ODD;
      case "M" -> Parity.MARK;
      default -> Parity.SPACE;
    };
  }

  private static StopBits stopBits(String text) {
    return switch (text) {
      case "1" -> StopBits.ONE;
      case "2" -> StopBits.TWO;
      default -> StopBits.ONE_AND_A_HALF;
    };
  }

  private static IllegalArgumentException unreadable(
      String text, @org.jspecify.annotations.Nullable Exception cause) {
    return new IllegalArgumentException(
        "link address \""
            + text
            + "\" is not of the form serial:/dev/ttyUSB0?9600,8N1 or tcp://host:port or"
            + " udp://host:port",
        cause);
  }
}
