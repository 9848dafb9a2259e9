// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.camera.http;

import io.wayside.core.device.DeviceException;
import io.wayside.core.device.DeviceException.Garbled;
import io.wayside.core.device.DeviceException.LinkDown;
import io.wayside.core.device.DeviceException.TimedOut;
import io.wayside.core.http.Boundary;
import io.wayside.core.http.Digest;
import io.wayside.core.time.TimeSource;
import io.wayside.driver.camera.feed.Feed;
import io.wayside.driver.camera.feed.Transport;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.SplittableRandom;

/** A camera that sends one JPEG after the other in an HTTP answer without end. */
public final class MjpegTransport implements Transport {

  private static final int UNAUTHORISED = 401;
  private static final int OK = 200;

  private final URI address;
  private final String user;
  private final String password;
  private final double rateHz;
  private final Duration patience;
  private final TimeSource time;
  private final HttpClient client;
  private final SplittableRandom random = new SplittableRandom();

  /**
   * @param address without user and password
   * @param rateHz pictures that come sooner than this asks for are dropped; 0 takes all
   * @param patience for the connection and the head of the answer
   */
  public MjpegTransport(
      URI address,
      String user,
      String password,
      double rateHz,
      Duration patience,
      TimeSource time) {
    this.address = address;
    this.user = user;
    this.password = password;
    this.rateHz = rateHz;
    this.patience = patience;
    this.time = time;
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .connectTimeout(patience)
            .build();
  }

  @Override
  public String place() {
    return address.toString();
  }

  @Override
  public Feed open() throws DeviceException, InterruptedException {
    HttpResponse<InputStream> answer = ask(Optional.empty());
    if (answer.statusCode() == UNAUTHORISED && !user.isEmpty()) {
      Optional<String> who = identification(answer);
      close(answer);
      answer = ask(who);
    }
    String type = answer.headers().firstValue("content-type").orElse("");
    if (answer.statusCode() != OK || !Boundary.isMultipart(type)) {
      close(answer);
      throw refusal(answer.statusCode(), type);
    }
    return new MjpegFeed(answer.body(), type, address.toString(), rateHz, time);
  }

  private HttpResponse<InputStream> ask(Optional<String> who)
      throws DeviceException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(address).timeout(patience).GET();
    who.ifPresent(value -> request.header("Authorization", value));
    try {
      return client.send(request.build(), BodyHandlers.ofInputStream());
    } catch (HttpTimeoutException slow) {
      throw new TimedOut(
          address
              + " did not answer within "
              + patience.toMillis()
              + " ms; check camera and network");
    } catch (IOException broken) {
      throw new LinkDown(
          address + " cannot be reached (" + broken + "); check address, camera and network",
          broken);
    }
  }

  private Optional<String> identification(HttpResponse<InputStream> answer) {
    String path = address.getRawPath().isEmpty() ? "/" : address.getRawPath();
    String asked = address.getRawQuery() == null ? path : path + "?" + address.getRawQuery();
    return answer.headers().allValues("www-authenticate").stream()
        .map(
            challenge ->
                Digest.answer(
                    challenge, user, password, asked, Long.toHexString(random.nextLong())))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private DeviceException refusal(int status, String type) {
    return switch (status) {
      case UNAUTHORISED, 403 ->
          new LinkDown(
              address + " refuses (" + status + "); correct user and password file of the camera");
      case 404 -> new LinkDown(address + " has no such stream (404); correct the path");
      case OK ->
          new Garbled(
              address
                  + " answers with \""
                  + type
                  + "\", not with multipart/x-mixed-replace; correct the path, or have ffmpeg read"
                  + " it (way FFMPEG)");
      default -> new LinkDown(address + " answers with status " + status + "; check the camera");
    };
  }

  private void close(HttpResponse<InputStream> answer) throws LinkDown {
    try {
      answer.body().close();
    } catch (IOException broken) {
      throw new LinkDown(address + " broke off (" + broken + ")", broken);
    }
  }
}
