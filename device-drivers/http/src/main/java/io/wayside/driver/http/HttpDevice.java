// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.http;

import io.wayside.core.device.DeviceException;
import io.wayside.core.device.DeviceException.Garbled;
import io.wayside.core.device.DeviceException.LinkDown;
import io.wayside.core.device.DeviceException.TimedOut;
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

/** A device that answers a GET with one part after the other, without end. */
public final class HttpDevice {

  private static final int UNAUTHORISED = 401;
  private static final int OK = 200;

  private final URI address;
  private final String user;
  private final String password;
  private final Duration patience;
  private final String otherwise;
  private final HttpClient client;
  private final SplittableRandom random = new SplittableRandom();

  /**
   * @param address without user and password
   * @param patience for the connection and the head of the answer
   * @param otherwise what to do when the answer is whole and no multipart, in words
   */
  public HttpDevice(
      URI address, String user, String password, Duration patience, String otherwise) {
    this.address = address;
    this.user = user;
    this.password = password;
    this.patience = patience;
    this.otherwise = otherwise;
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .connectTimeout(patience)
            .build();
  }

  /**
   * An answer that has begun.
   *
   * @param parts to be closed by who reads it
   * @param contentType for {@link MultipartReader}
   */
  public record Answer(InputStream parts, String contentType) {}

  public URI address() {
    return address;
  }

  public Answer open() throws DeviceException, InterruptedException {
    HttpResponse<InputStream> answer = ask(Optional.empty());
    if (answer.statusCode() == UNAUTHORISED && !user.isEmpty()) {
      Optional<String> who = identification(answer);
      if (who.isPresent()) { // to ask again without it would be refused again
        close(answer);
        answer = ask(who);
      }
    }
    String type = answer.headers().firstValue("content-type").orElse("");
    if (answer.statusCode() != OK || !Boundary.isMultipart(type)) {
      close(answer);
      throw refusal(answer.statusCode(), type);
    }
    return new Answer(answer.body(), type);
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
    Digest.Asked asked = Digest.Asked.of("GET", address);
    return answer.headers().allValues("www-authenticate").stream()
        .map(
            challenge ->
                Digest.answer(
                    challenge, user, password, asked, 1, Long.toHexString(random.nextLong())))
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
          new Garbled(address + " answers with \"" + type + "\", not with multipart; " + otherwise);
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
