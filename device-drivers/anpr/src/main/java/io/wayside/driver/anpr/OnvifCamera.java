// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.anpr;

import io.wayside.core.data.GarbledData;
import io.wayside.core.device.DeviceException;
import io.wayside.core.device.DeviceException.Garbled;
import io.wayside.core.device.DeviceException.LinkDown;
import io.wayside.core.time.TimeSource;
import io.wayside.driver.anpr.onvif.Answers;
import io.wayside.driver.anpr.onvif.Credentials;
import io.wayside.driver.anpr.onvif.PullPoint;
import io.wayside.driver.anpr.onvif.Pulled;
import io.wayside.driver.anpr.onvif.Question;
import io.wayside.driver.anpr.onvif.Refusal;
import io.wayside.driver.http.HttpPost;
import java.net.URI;
import java.net.URISyntaxException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A camera's event service: asks, and reads the answers. Who asks is said when the camera wants to
 * know it, by HTTP when it asks so, otherwise in the message (ONVIF Core Specification, 5.9.1). For
 * one thread.
 */
final class OnvifCamera {

  private static final String DEVICE_SERVICE = "/onvif/device_service";
  private static final String EVENT_SERVICE = "/onvif/event_service";
  private static final int UNAUTHORISED = 401;

  private final URI base;
  private final HttpPost http;
  private final Credentials who;
  private final TimeSource time;
  private final Times times;
  private final SecureRandom random = new SecureRandom();
  private Duration ahead = Duration.ZERO;
  private boolean signs;

  /**
   * How long things last and are waited for.
   *
   * @param patience for an answer that needs no event
   * @param pull how long the camera is to wait for an event
   * @param silent until the last byte of an answer that waits for an event
   * @param lasting what a subscription is asked to last
   */
  record Times(Duration patience, Duration pull, Duration silent, Duration lasting) {}

  /**
   * Where a message goes.
   *
   * @param at where it is sent
   * @param named what the camera calls it
   */
  private record Place(URI at, String named) {

    @Override
    public String toString() {
      return at.toString();
    }
  }

  /** Reads an answer. */
  @FunctionalInterface
  private interface Reader<T> {
    T read(byte[] answer) throws GarbledData, Refusal;
  }

  /**
   * @param base scheme, host and port
   */
  OnvifCamera(URI base, HttpPost http, Credentials who, TimeSource time, Times times) {
    this.base = base;
    this.http = http;
    this.who = who;
    this.time = time;
    this.times = times;
  }

  /** Asks for the time, for the event service, and there for a pull point. */
  PullPoint subscribe() throws DeviceException, InterruptedException {
    signs = false;
    ahead = clockAhead();
    String events =
        asked(deviceService(), Question.services(), Answers::eventService)
            .orElse(base.resolve(EVENT_SERVICE).toString());
    return asked(here(events), Question.createPullPoint(times.lasting()), Answers::pullPoint);
  }

  /** What happened already, within a second. */
  Pulled first(PullPoint from, int most) throws DeviceException, InterruptedException {
    return asked(
        here(from.address()),
        Question.pull(from, Duration.ofSeconds(1), most),
        Answers::pulled,
        times.silent());
  }

  /** Waits for what happens; nothing when nothing did. */
  Pulled pull(PullPoint from, int most) throws DeviceException, InterruptedException {
    return asked(
        here(from.address()),
        Question.pull(from, times.pull(), most),
        Answers::pulled,
        times.silent());
  }

  /** The same for longer, should it end before the next pull does. */
  PullPoint renewed(PullPoint point) throws DeviceException, InterruptedException {
    return point.lasting(
        asked(here(point.address()), Question.renew(point, times.lasting()), Answers::renewed));
  }

  /** Whether it may end while the next pull waits. */
  boolean endsSoon(PullPoint point, Instant now) {
    return point.left(now).compareTo(times.silent()) < 0;
  }

  /** Gives it back: cameras have few. */
  void unsubscribe(PullPoint point) throws DeviceException, InterruptedException {
    asked(here(point.address()), Question.unsubscribe(point), answer -> answer.length);
  }

  /**
   * By how much the camera's clock is ahead of the gateway's. A token made by another clock is
   * refused. A camera that does not say its time, or not so that it can be read, is taken for
   * right.
   */
  private Duration clockAhead() throws DeviceException, InterruptedException {
    try {
      Optional<Instant> camera =
          asked(deviceService(), Question.systemDateAndTime(), Answers::systemDateAndTime);
      Instant ours = now();
      return camera.map(there -> Duration.between(ours, there)).orElse(Duration.ZERO);
    } catch (Garbled unreadable) {
      return Duration.ZERO;
    }
  }

  private Instant now() {
    return time.at(time.monotonicNanos()).wall();
  }

  private Place deviceService() {
    URI at = base.resolve(DEVICE_SERVICE);
    return new Place(at, at.toString());
  }

  /**
   * Path and query of an address the camera says, at the host that is configured: behind a router
   * it knows its own address only, and a password goes nowhere else.
   */
  private Place here(String address) {
    try {
      URI said = new URI(address);
      String path = said.getRawPath() == null ? "" : said.getRawPath();
      String query = said.getRawQuery() == null ? "" : "?" + said.getRawQuery();
      // Not resolved: a path that begins with two slashes would name another host.
      return new Place(new URI(base + (path.startsWith("/") ? path : "/" + path) + query), address);
    } catch (URISyntaxException wrong) {
      return new Place(base.resolve(EVENT_SERVICE), address);
    }
  }

  private <T> T asked(Place to, Question question, Reader<T> reader)
      throws DeviceException, InterruptedException {
    return asked(to, question, reader, times.patience());
  }

  private <T> T asked(Place to, Question question, Reader<T> reader, Duration within)
      throws DeviceException, InterruptedException {
    HttpPost.Answer answer = sent(to, question, within);
    try {
      try {
        return read(to, answer, reader);
      } catch (Refusal refusal) {
        if (!refusal.isUnauthorised() || signs || who.user().isEmpty()) {
          throw refused(to, refusal);
        }
        signs = true; // from now on, and once more
        return read(to, sent(to, question, within), reader);
      }
    } catch (Refusal again) {
      throw refused(to, again);
    } catch (GarbledData wrong) {
      throw new Garbled(
          to + " answers what is none (" + wrong.getMessage() + "); check make and address");
    }
  }

  private HttpPost.Answer sent(Place to, Question question, Duration within)
      throws DeviceException, InterruptedException {
    String id = UUID.randomUUID().toString();
    byte[] message;
    if (signs) {
      byte[] nonce = new byte[16];
      random.nextBytes(nonce);
      message = question.signed(to.named(), id, who, nonce, now().plus(ahead));
    } else {
      message = question.open(to.named(), id);
    }
    return http.ask(to.at(), question.contentType(), message, within);
  }

  private <T> T read(Place to, HttpPost.Answer answer, Reader<T> reader)
      throws DeviceException, GarbledData, Refusal {
    @Nullable GarbledData wrong;
    try {
      T read = reader.read(answer.body());
      if (answer.status() == 200) {
        return read;
      }
      wrong = null;
    } catch (GarbledData noMessage) {
      wrong = noMessage;
    }
    if (answer.status() == UNAUTHORISED) {
      throw refused(to, "401");
    }
    if (answer.status() == 404) {
      throw new LinkDown(to + " is not there (404); correct make and address");
    }
    if (wrong != null && answer.status() == 200) {
      throw wrong;
    }
    throw new LinkDown(to + " answers with status " + answer.status() + "; check the camera");
  }

  private static DeviceException refused(Place to, Refusal why) {
    return why.isUnauthorised()
        ? refused(to, String.valueOf(why.getMessage()))
        : new LinkDown(to + " refuses (" + why.getMessage() + "); check the camera");
  }

  private static DeviceException refused(Place to, String why) {
    return new LinkDown(
        to
            + " refuses ("
            + why
            + "); correct user and password file, and see that the user may read media");
  }
}
