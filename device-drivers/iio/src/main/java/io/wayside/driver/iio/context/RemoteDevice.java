// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.iio.context;

import io.wayside.core.data.GarbledData;
import io.wayside.driver.iio.scan.ScanElement;
import io.wayside.driver.iio.scan.ScanFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A device of an iiod context.
 *
 * @param attributes names of its own attributes
 * @param bufferAttributes names of those of its buffer
 */
public record RemoteDevice(
    String id,
    String name,
    String label,
    List<RemoteChannel> channels,
    List<String> attributes,
    List<String> bufferAttributes) {

  /** More than any device has; bounds the mask. */
  private static final int MOST_CHANNELS = 1024;

  /**
   * An input channel or output.
   *
   * @param number its place in the document, which is its bit in a mask
   * @param attributes their short names
   */
  public record RemoteChannel(
      String id, int number, boolean output, Optional<ScanElement> scan, List<String> attributes) {}

  public Optional<RemoteChannel> input(String channelId) {
    return channels.stream().filter(c -> !c.output() && c.id().equals(channelId)).findFirst();
  }

  /** All devices of the XML that PRINT gives. */
  public static List<RemoteDevice> all(String xml) throws GarbledData {
    XmlElement context = XmlReader.read(xml);
    if (!context.name().equals("context")) {
      throw new GarbledData("the XML is a \"" + context.name() + "\", not a context");
    }
    List<RemoteDevice> devices = new ArrayList<>();
    for (XmlElement device : context.all("device")) {
      devices.add(device(device));
    }
    return devices;
  }

  private static RemoteDevice device(XmlElement device) throws GarbledData {
    List<RemoteChannel> channels = new ArrayList<>();
    for (XmlElement channel : device.all("channel")) {
      channels.add(channel(channel, channels.size()));
    }
    if (channels.size() > MOST_CHANNELS) {
      throw new GarbledData("a device with " + channels.size() + " channels");
    }
    return new RemoteDevice(
        word(device.attribute("id")),
        device.attribute("name"),
        device.attribute("label"),
        channels,
        names(device, "attribute"),
        names(device, "buffer-attribute"));
  }

  private static RemoteChannel channel(XmlElement channel, int number) throws GarbledData {
    String id = word(channel.attribute("id"));
    Optional<ScanElement> scan = Optional.empty();
    for (XmlElement element : channel.all("scan-element")) {
      scan =
          Optional.of(
              new ScanElement(
                  id,
                  whole(element.attribute("index")),
                  ScanFormat.parse(element.attribute("format"))));
    }
    boolean output = channel.attribute("type").equals("output");
    return new RemoteChannel(id, number, output, scan, names(channel, "attribute"));
  }

  private static List<String> names(XmlElement of, String element) throws GarbledData {
    List<String> names = new ArrayList<>();
    for (XmlElement each : of.all(element)) {
      names.add(word(each.attribute("name")));
    }
    return names;
  }

  /** What goes back into a command line must not break it. */
  private static String word(String text) throws GarbledData {
    if (!text.matches("[!-~]{1,128}")) {
      throw new GarbledData("a name in the context has blanks or is missing");
    }
    return text;
  }

  private static int whole(String text) throws GarbledData {
    if (!text.matches("\\d{1,5}")) {
      throw new GarbledData("the index of a scan element is no number");
    }
    return Integer.parseInt(text);
  }
}
