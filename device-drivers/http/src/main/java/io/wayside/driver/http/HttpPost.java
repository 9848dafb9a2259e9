// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.http;

import io.wayside.core.device.DeviceException;
import io.wayside.core.device.DeviceException.Garbled;
import io.wayside.core.device.DeviceException.LinkDown;
import io.wayside.core.device.DeviceException.TimedOut;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Asks a device with POST and waits for the whole answer, to its last byte. Who asks who is there
 * is answered by Digest or Basic; the challenge is kept for the next request. For one thread.
 */
public final class HttpPost {

  private static final int UNAUTHORISED = 401;

  private final String user;
  private final String password;
  private final int longestAnswer;
  private final HttpClient client;
  private final SplittableRandom random = new SplittableRandom();
  private Optional<String> challenge = Optional.empty();
  private int answered;

  /**
   * @param user empty for nobody
   * @param longestAnswer in bytes; a longer one is given up
   */
  public HttpPost(String user, String password, int longestAnswer, Duration connectWithin) {
    this.user = user;
    this.password = password;
    this.longestAnswer = longestAnswer;
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(connectWithin)
            .build();
  }

  /** An answer of any status. */
  @SuppressWarnings("ArrayRecordComponent") // read once; nobody compares them
  public record Answer(int status, byte[] body) {

    /** Whether the device does not believe who asks. */
    public boolean isUnauthorised() {
      return status == UNAUTHORISED;
    }
  }

  /**
   * Asks, a second time if the device wants to know who is there.
   *
   * @param within until the last byte of the answer
   */
  public Answer ask(URI address, String contentType, byte[] body, Duration within)
      throws DeviceException, InterruptedException {
    HttpResponse<byte[]> answer = once(address, contentType, body, within);
    if (answer.statusCode() == UNAUTHORISED && !user.isEmpty()) {
      Optional<String> asked =
          answer.headers().allValues("www-authenticate").stream()
              .filter(
                  each ->
                      Digest.answer(each, user, password, new Digest.Asked("", ""), 1, "")
                          .isPresent())
              .findFirst();
      if (asked.isPresent()) {
        challenge = asked;
        answered = 0;
        answer = once(address, contentType, body, within);
      }
    }
    return new Answer(answer.statusCode(), answer.body());
  }

  private HttpResponse<byte[]> once(URI address, String contentType, byte[] body, Duration within)
      throws DeviceException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address)
            .header("Content-Type", contentType)
            .POST(BodyPublishers.ofByteArray(body));
    identification(address).ifPresent(value -> request.header("Authorization", value));
    CompletableFuture<HttpResponse<byte[]>> answer =
        client.sendAsync(request.build(), head -> new BoundedBody(longestAnswer));
    try {
      return answer.get(within.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException slow) {
      throw new TimedOut(
          address
              + " did not answer within "
              + within.toMillis()
              + " ms; check camera and network");
    } catch (ExecutionException failed) {
      throw failure(address, failed);
    } finally {
      answer.cancel(true); // what is under way still; nothing when it is there
    }
  }

  private static DeviceException failure(URI address, ExecutionException failed) {
    Throwable why = failed.getCause() == null ? failed : failed.getCause();
    if (why instanceof BoundedBody.TooLong || why.getCause() instanceof BoundedBody.TooLong) {
      return new Garbled(address + ": " + why.getMessage() + "; check make and address");
    }
    if (why instanceof IOException) {
      return new LinkDown(
          address + " cannot be reached (" + why + "); check address, camera and network", why);
    }
    throw new IllegalStateException("fault in the HTTP client", why);
  }

  private Optional<String> identification(URI address) {
    if (challenge.isEmpty()) {
      return Optional.empty();
    }
    answered++;
    return Digest.answer(
        challenge.get(),
        user,
        password,
        Digest.Asked.of("POST", address),
        answered,
        Long.toHexString(random.nextLong()));
  }
}
