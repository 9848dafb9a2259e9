// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.serial;

import io.wayside.core.device.DeviceException;
import io.wayside.core.device.DeviceException.LinkDown;
import io.wayside.core.link.Link;
import io.wayside.core.link.LinkAddress;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The links that are open, each place at most once; as many as the site has devices. */
final class OpenLinks implements AutoCloseable {

  private final Set<String> claimedPlaces = ConcurrentHashMap.newKeySet();
  private final Set<Claimed> open = ConcurrentHashMap.newKeySet();

  /** How a link is made once its place is claimed. */
  interface Opening {
    Link open() throws LinkDown;
  }

  /**
   * @param place what can be open only once: a device file, a host and port
   * @param address as people wrote it
   */
  Link open(String place, String address, Opening opening) throws LinkDown {
    if (!claimedPlaces.add(place)) {
      throw new LinkDown(
          "%s: already in use by another device of this gateway; give each device its own link"
              .formatted(address));
    }
    @Nullable Claimed made = null;
    try {
      made = new Claimed(place, opening.open());
      open.add(made);
      return made;
    } finally {
      if (made == null) {
        claimedPlaces.remove(place);
      }
    }
  }

  /** Closes every link. */
  @Override
  public void close() {
    List.copyOf(open).forEach(Claimed::close);
  }

  /** An open link that gives its place back when it is closed. */
  private final class Claimed implements Link {

    private final String place;
    private final Link link;

    Claimed(String place, Link link) {
      this.place = place;
      this.link = link;
    }

    @Override
    public int read(byte[] buffer, Duration patience) throws LinkDown {
      return link.read(buffer, patience);
    }

    @Override
    public void write(byte[] bytes) throws DeviceException {
      link.write(bytes);
    }

    @Override
    public LinkAddress address() {
      return link.address();
    }

    @Override
    public String sender() {
      return link.sender();
    }

    @Override
    public void close() {
      link.close();
      if (open.remove(this)) {
        claimedPlaces.remove(place);
      }
    }
  }
}
