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

/**
 * Posts requests to {@code BASE/OPERATION} with the JDK's client and waits for the answer. Status
 * 200 is an answer; 429 and 503 say that nothing was taken; everything else is silence.
 */
public final class HttpCarrier implements Carrier {

  private static final int MOST_BYTES = 64 * 1024 * 1024;

  private final HttpClient client;
  private final URI base;
  private final Duration patience;

  /**
   * A carrier to one office.
   *
   * @param client with the site's certificates
   * @param base ends with a slash
   * @param patience for a whole exchange
   */
  public HttpCarrier(HttpClient client, URI base, Duration patience) {
    if (!base.toString().endsWith("/")) {
      throw new IllegalArgumentException("the office's address " + base + " must end with a slash");
    }
    this.client = client;
    this.base = base;
    this.patience = patience;
  }

  @Override
  public byte[] exchange(OfficeRequest request) throws OfficeTrouble {
    HttpRequest sent =
        HttpRequest.newBuilder(base.resolve(request.operation()))
            .timeout(patience)
            .header("Content-Type", request.mediaType())
            .POST(HttpRequest.BodyPublishers.ofByteArray(request.content()))
            .build();
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
