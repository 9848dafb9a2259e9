// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.camera.http;

import io.wayside.core.device.DeviceException;
import io.wayside.core.device.DeviceException.Garbled;
import io.wayside.core.device.DeviceException.LinkDown;
import io.wayside.core.time.TimeSource;
import io.wayside.driver.camera.feed.Feed;
import io.wayside.driver.camera.feed.PictureDecoder;
import io.wayside.driver.camera.picture.Picture;
import io.wayside.driver.http.MultipartReader;
import io.wayside.driver.http.Part;
import io.wayside.driver.http.Unreadable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The pictures of one answer. Of those that are there already only the newest is decoded. */
final class MjpegFeed implements Feed {

  private static final Logger log = LoggerFactory.getLogger(MjpegFeed.class);

  private static final int LONGEST_PART = 8 << 20;

  /** Pictures passed over at most before one is shown, however fast they come. */
  private static final int MOST_SKIPPED = 50;

  /** Spoilt pictures passed over in a row. */
  private static final int MOST_GARBLED = 10;

  /** A picture may come this much sooner than the wanted rate asks for. */
  private static final double EARLY = 0.9;

  private final InputStream in;
  private final MultipartReader reader;
  private final String place;
  private final double rateHz;
  private final TimeSource time;
  private final PictureDecoder decoder = new PictureDecoder();
  private final byte[] chunk = new byte[16_384];
  private long shownNanos;
  private long shown;
  private int garbled;

  MjpegFeed(InputStream in, String contentType, String place, double rateHz, TimeSource time) {
    this.in = in;
    this.reader = new MultipartReader(contentType, LONGEST_PART);
    this.place = place;
    this.rateHz = rateHz;
    this.time = time;
  }

  @Override
  public Picture next() throws DeviceException {
    int skipped = 0;
    try {
      while (true) {
        Part part = part();
        while (skipped < MOST_SKIPPED && in.available() > 0) {
          Optional<Part> newer = arrived();
          if (newer.isPresent()) {
            part = newer.get();
            skipped++;
          }
        }
        long now = time.monotonicNanos();
        if (rateHz == 0 || shown == 0 || (now - shownNanos) * rateHz >= EARLY * 1e9) {
          Optional<Picture> picture = decoded(part, now, skipped);
          if (picture.isPresent()) {
            return picture.get();
          }
          skipped++;
        }
      }
    } catch (IOException broken) {
      throw new LinkDown(place + " broke off (" + broken + "); check the camera", broken);
    } catch (Unreadable wrong) {
      throw new Garbled(place + " sends no pictures (" + wrong.getMessage() + "); check the path");
    }
  }

  /** None if it is no picture; too many of these in a row are a fault. */
  private Optional<Picture> decoded(Part part, long now, int skipped) throws Garbled {
    try {
      Picture picture = decoder.decode(part.content(), "a part of " + place, now, skipped);
      garbled = 0;
      shown++;
      shownNanos = now;
      return Optional.of(picture);
    } catch (Garbled spoilt) {
      if (++garbled > MOST_GARBLED) {
        throw spoilt;
      }
      return Optional.empty();
    }
  }

  /** Waits for a part. */
  private Part part() throws IOException, Unreadable {
    Optional<Part> part = reader.next();
    while (part.isEmpty()) {
      part = arrived();
    }
    return part.get();
  }

  /** Reads once; a part if one is complete by now. */
  private Optional<Part> arrived() throws IOException, Unreadable {
    int n = in.read(chunk);
    if (n < 0) {
      throw new EOFException("the camera ended its answer");
    }
    reader.add(chunk, n);
    return reader.next();
  }

  @Override
  public void close() {
    try {
      in.close();
    } catch (IOException alreadyBroken) {
      log.trace("the connection was broken already", alreadyBroken);
    }
  }
}
