// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.iio.network;

import io.wayside.core.data.GarbledData;
import io.wayside.core.device.DeviceException;
import io.wayside.core.device.DeviceException.Garbled;
import io.wayside.core.device.DeviceException.LinkDown;
import io.wayside.core.device.DeviceException.Refused;
import io.wayside.core.link.Link;
import io.wayside.core.link.LinkAddress;
import io.wayside.core.link.LinkAddresses;
import io.wayside.core.link.LinkService;
import io.wayside.core.time.TimeSource;
import io.wayside.driver.iio.context.Batch.Clock;
import io.wayside.driver.iio.context.Feed;
import io.wayside.driver.iio.context.RemoteDevice;
import io.wayside.driver.iio.context.RemoteDevice.RemoteChannel;
import io.wayside.driver.iio.context.Request;
import io.wayside.driver.iio.context.Scaling;
import io.wayside.driver.iio.context.Scans;
import io.wayside.driver.iio.context.Transport;
import io.wayside.driver.iio.context.Wanted;
import io.wayside.driver.iio.polling.PollingFeed;
import io.wayside.driver.iio.scan.ScanElement;
import io.wayside.driver.iio.scan.ScanLayout;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds a converter of another machine through iiod and starts it. */
public final class NetworkTransport implements Transport {

  private final Request request;
  private final LinkAddress address;
  private final LinkService links;
  private final TimeSource time;
  private volatile @Nullable Link opening;

  /**
   * A way to a converter of another machine.
   *
   * @throws IllegalArgumentException when the address is none
   */
  public NetworkTransport(Request request, String address, LinkService links, TimeSource time) {
    this.request = request;
    this.address = LinkAddresses.parse(address);
    this.links = links;
    this.time = time;
  }

  @Override
  public String place() {
    return request.device() + " at " + LinkAddresses.print(address);
  }

  @Override
  public void cancel() {
    Link link = opening;
    if (link != null) {
      link.close();
    }
  }

  @Override
  public Feed open() throws DeviceException {
    Link link = links.open(address);
    opening = link;
    IiodClient client =
        new IiodClient(link, request.deviceId() + " (" + place() + ")", request.silentAfterMs());
    boolean open = false;
    try {
      Feed feed = feed(client);
      open = true;
      return feed;
    } catch (GarbledData garbled) {
      throw new Garbled(request.deviceId() + ", " + place() + ": " + garbled.getMessage());
    } finally {
      opening = null;
      if (!open) {
        client.close();
      }
    }
  }

  private Feed feed(IiodClient client) throws DeviceException, GarbledData {
    client.version();
    client.timeout(request.silentAfterMs());
    RemoteDevice device = find(RemoteDevice.all(client.context()));
    List<RemoteChannel> channels = new ArrayList<>();
    for (Wanted wanted : request.channels()) {
      channels.add(
          device
              .input(wanted.id())
              .orElseThrow(
                  () ->
                      new Refused(
                          request.deviceId()
                              + ": "
                              + place()
                              + " has no input "
                              + wanted.id()
                              + "; it has "
                              + device.channels().stream().map(RemoteChannel::id).toList())));
    }
    setRate(client, device, channels.get(0));
    List<Scaling> scalings = scalings(client, device, channels);
    boolean buffered = channels.stream().allMatch(channel -> channel.scan().isPresent());
    return buffered
        ? buffered(client, device, channels, scalings)
        : new PollingFeed(request, scalings, new IiodRaw(client, device.id()), time);
  }

  private RemoteDevice find(List<RemoteDevice> devices) throws DeviceException {
    List<RemoteDevice> found =
        devices.stream().filter(d -> request.isFor(d.id(), d.name(), d.label())).toList();
    List<String> present = devices.stream().map(d -> d.id() + " (" + d.name() + ")").toList();
    if (found.isEmpty()) {
      throw new LinkDown(
          request.deviceId() + ": there is no " + place() + "; present are " + present);
    }
    if (found.size() > 1) {
      throw new Refused(
          request.deviceId()
              + ": several devices are called "
              + place()
              + "; name one by label or id, of "
              + present);
    }
    return found.get(0);
  }

  private void setRate(IiodClient client, RemoteDevice device, RemoteChannel channel)
      throws DeviceException {
    String attribute = "sampling_frequency";
    Optional<String> of =
        device.attributes().contains(attribute)
            ? Optional.of("")
            : channel.attributes().contains(attribute)
                ? Optional.of(channel.id())
                : Optional.empty();
    if (of.isPresent() && !request.isRate(client.read(device.id(), of.get(), attribute))) {
      String rate = BigDecimal.valueOf(request.rateHz()).stripTrailingZeros().toPlainString();
      client.write(device.id(), of.get(), attribute, rate);
    }
  }

  private List<Scaling> scalings(
      IiodClient client, RemoteDevice device, List<RemoteChannel> channels)
      throws DeviceException, GarbledData {
    List<Scaling> scalings = new ArrayList<>();
    for (int c = 0; c < channels.size(); c++) {
      RemoteChannel channel = channels.get(c);
      scalings.add(
          Scaling.<DeviceException>of(
              request.channels().get(c),
              (id, attribute) ->
                  channel.attributes().contains(attribute)
                      ? Optional.of(client.read(device.id(), id, attribute))
                      : Optional.empty()));
    }
    return scalings;
  }

  private Feed buffered(
      IiodClient client, RemoteDevice device, List<RemoteChannel> channels, List<Scaling> scalings)
      throws DeviceException, GarbledData {
    BitSet bits = new BitSet();
    List<ScanElement> elements = new ArrayList<>();
    List<RemoteChannel> all = new ArrayList<>(channels);
    device.input(ScanElement.TIMESTAMP).filter(t -> t.scan().isPresent()).ifPresent(all::add);
    for (RemoteChannel channel : all) {
      if (!bits.get(channel.number())) {
        bits.set(channel.number());
        channel.scan().ifPresent(elements::add);
      }
    }
    for (int c = 0; c < channels.size(); c++) {
      int values = channels.get(c).scan().map(s -> s.format().repeat()).orElse(0);
      if (request.channels().get(c).which() >= values) {
        throw new GarbledData("the buffer does not carry " + request.channels().get(c).name());
      }
    }
    String mask = IiodClient.mask(bits, device.channels().size());
    client.open(device.id(), request.blockScans(), mask);
    Scans scans = new Scans(request.channels(), scalings, new ScanLayout(elements), Clock.THEIRS);
    return new IiodFeed(client, device.id(), mask, scans, request.blockScans(), time);
  }
}
