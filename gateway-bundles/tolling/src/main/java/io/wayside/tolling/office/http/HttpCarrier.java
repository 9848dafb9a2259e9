// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.office.http;

import io.wayside.tolling.office.Carrier;
import io.wayside.tolling.office.OfficeRequest;
import io.wayside.tolling.office.OfficeTrouble;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;

/**
 * Posts requests to {@code BASE/OPERATION} with the JDK's client and waits for the answer. Status
 * 200 is an answer; 429 and 503, 401 and 403 say that nothing was taken; everything else is
 * silence.
 */
public final class HttpCarrier implements Carrier {

  private static final int MOST_BYTES = 64 * 1024 * 1024;

  private final HttpClient client;
  private final URI base;
  private final Duration patience;
  private final Credentials credentials;

  /**
   * A carrier to one office.
   *
   * @param client with the site's certificates
   * @param base ends with a slash
   * @param patience for a whole exchange
   */
  public HttpCarrier(HttpClient client, URI base, Duration patience) {
    this(client, base, patience, Optional::empty);
  }

  /**
   * A carrier that says who it is.
   *
   * @param credentials what each request has as authorization
   */
  public HttpCarrier(HttpClient client, URI base, Duration patience, Credentials credentials) {
    if (!base.toString().endsWith("/")) {
      throw new IllegalArgumentException("the office's address " + base + " must end with a slash");
    }
    this.client = client;
    this.base = base;
    this.patience = patience;
    this.credentials = credentials;
  }

  @Override
  public byte[] exchange(OfficeRequest asked) throws OfficeTrouble {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(base.resolve(asked.operation()))
            .timeout(patience)
            .header("Content-Type", asked.mediaType())
            .POST(HttpRequest.BodyPublishers.ofByteArray(asked.content()));
    credentials.authorization().ifPresent(words -> request.header("Authorization", words));
    HttpRequest sent = request.build();
    try {
      HttpResponse<InputStream> answer =
          client.send(sent, HttpResponse.BodyHandlers.ofInputStream());
      try (InputStream body = answer.body()) {
        return content(answer.statusCode(), body);
      }
    } catch (HttpConnectTimeoutException | java.net.ConnectException notReached) {
      throw new OfficeTrouble.Unavailable("the office at " + base + " cannot be reached");
    } catch (IOException lost) {
      throw new OfficeTrouble.Silent("no answer from the office at " + base, lost);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new OfficeTrouble.Silent("stopped while the office was asked", stopped);
    }
  }

  private byte[] content(int status, InputStream body) throws IOException, OfficeTrouble {
    if (status == 429 || status == 503) {
      throw new OfficeTrouble.Unavailable("the office answered with status " + status);
    }
    if (status == 401 || status == 403) {
      throw new OfficeTrouble.Unavailable(
          "the office does not know this gateway (status "
              + status
              + "); look at its token file, and ask the office whether it still holds");
    }
    if (status != 200) {
      throw new OfficeTrouble.Silent("the office answered with status " + status);
    }
    byte[] content = body.readNBytes(MOST_BYTES + 1);
    if (content.length > MOST_BYTES) {
      throw new OfficeTrouble.Silent("the office's answer is longer than " + MOST_BYTES + " bytes");
    }
    return content;
  }
}
