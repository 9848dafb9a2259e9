// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.book.fetch;

import io.wayside.tolling.book.feed.FeedFile;
import io.wayside.tolling.book.feed.FeedIndex;
import io.wayside.tolling.book.feed.FeedTrouble;
import io.wayside.tolling.office.OfficeTrouble;
import io.wayside.tolling.office.http.Credentials;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/**
 * A feed below one address, by the JDK's client. The index is asked for with what makes it known
 * again (RFC 9110, 13.1.2), the rest of a file as a range that holds only while the file is the
 * same (14.2, 13.1.5). A redirection is not followed: it could lead anywhere.
 */
public final class HttpFeed implements ListFeed {

  private static final int MOST_INDEX_BYTES = 4 * 1024 * 1024;
  private static final int PIECE_BYTES = 64 * 1024;

  private static final int OK = 200;
  private static final int PARTIAL = 206;
  private static final int NOT_MODIFIED = 304;
  private static final int RANGE_NOT_SATISFIABLE = 416;

  private final HttpClient client;
  private final URI base;
  private final Credentials credentials;
  private final Patience patience;

  /**
   * A feed.
   *
   * @param client with the site's certificates
   * @param base ends with a slash
   * @param credentials what each request has as authorization
   */
  public HttpFeed(HttpClient client, URI base, Credentials credentials, Patience patience) {
    if (!base.toString().endsWith("/")) {
      throw new IllegalArgumentException("the feed's address " + base + " must end with a slash");
    }
    this.client = client;
    this.base = base;
    this.credentials = credentials;
    this.patience = patience;
  }

  @Override
  public String address() {
    return base.toString();
  }

  @Override
  public Optional<Index> index(Optional<String> read) throws FeedTrouble, InterruptedException {
    HttpRequest.Builder request = request(FeedIndex.NAME);
    read.ifPresent(tag -> request.header("If-None-Match", tag));
    HttpResponse<InputStream> answer = send(request);
    try (InputStream body = answer.body();
        Patience.Watch watch = patience.watch(body)) {
      if (answer.statusCode() == NOT_MODIFIED && read.isPresent()) {
        return Optional.empty();
      }
      if (answer.statusCode() != OK) {
        throw refused(FeedIndex.NAME, answer);
      }
      return Optional.of(new Index(indexText(body, watch), answer.headers().firstValue("ETag")));
    } catch (IOException broken) {
      throw new FeedTrouble.Away(at(FeedIndex.NAME) + " broke off: " + broken);
    }
  }

  private String indexText(InputStream body, Patience.Watch watch) throws FeedTrouble, IOException {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    byte[] piece = new byte[PIECE_BYTES];
    while (true) {
      int read = body.read(piece);
      watch.requireInTime();
      if (read < 0) {
        return text.toString(StandardCharsets.UTF_8);
      }
      watch.progress();
      text.write(piece, 0, read);
      if (text.size() > MOST_INDEX_BYTES) {
        throw new FeedTrouble.Unlike(
            at(FeedIndex.NAME)
                + " is longer than "
                + MOST_INDEX_BYTES
                + " bytes; drop old lists from it");
      }
    }
  }

  @Override
  public void bring(FeedFile file, PartialFile into)
      throws FeedTrouble, IOException, InterruptedException {
    long have = into.bytes();
    Optional<String> tag = into.tag();
    HttpRequest.Builder request = request(file.name());
    boolean goesOn = have > 0 && have < file.bytes() && tag.isPresent();
    if (goesOn) {
      request.header("Range", "bytes=" + have + "-").header("If-Range", tag.get());
    }
    HttpResponse<InputStream> answer = send(request);
    try (InputStream body = answer.body()) {
      int status = answer.statusCode();
      if (status == RANGE_NOT_SATISFIABLE) {
        into.delete();
        throw new FeedTrouble.Unlike(at(file.name()) + " has nothing behind byte " + have);
      }
      boolean resumed = goesOn && status == PARTIAL;
      if (!resumed && status != OK) {
        throw refused(file.name(), answer);
      }
      long from = resumed ? have : 0;
      requireLength(file, from, answer);
      if (resumed) {
        requireRange(file, from, answer, into);
      }
      try (OutputStream out = resumed ? into.resume() : into.begin(strongTag(answer))) {
        pour(file, from, body, out);
      } catch (FeedTrouble.Unlike longer) {
        into.delete();
        throw longer;
      }
    }
  }

  /** Only what is the same to the last byte may be put together (RFC 9110, 8.8.1). */
  private static Optional<String> strongTag(HttpResponse<?> answer) {
    return answer.headers().firstValue("ETag").filter(tag -> tag.startsWith("\""));
  }

  private void requireLength(FeedFile file, long from, HttpResponse<?> answer)
      throws FeedTrouble.Unlike {
    long length = answer.headers().firstValueAsLong("Content-Length").orElse(-1);
    if (length >= 0 && length != file.bytes() - from) {
      throw new FeedTrouble.Unlike(
          at(file.name())
              + " has "
              + (length + from)
              + " bytes, the index says "
              + file.bytes()
              + "; the office is to make its index anew");
    }
  }

  private void requireRange(FeedFile file, long from, HttpResponse<?> answer, PartialFile into)
      throws FeedTrouble.Unlike, IOException {
    String range = answer.headers().firstValue("Content-Range").orElse("none");
    if (!range.equals("bytes " + from + "-" + (file.bytes() - 1) + "/" + file.bytes())) {
      into.delete();
      throw new FeedTrouble.Unlike(
          at(file.name()) + " was asked for from byte " + from + " on and gave " + range);
    }
  }

  private void pour(FeedFile file, long from, InputStream body, OutputStream out)
      throws FeedTrouble, IOException {
    byte[] piece = new byte[PIECE_BYTES];
    long at = from;
    try (Patience.Watch watch = patience.watch(body)) {
      while (true) {
        int read = read(file, at, body, piece);
        watch.requireInTime();
        if (read < 0) {
          break;
        }
        watch.progress();
        if (at + read > file.bytes()) {
          throw new FeedTrouble.Unlike(
              at(file.name())
                  + " has more bytes than the "
                  + file.bytes()
                  + " of the index; the office is to make its index anew");
        }
        out.write(piece, 0, read);
        at += read;
      }
    }
    if (at < file.bytes()) {
      throw new FeedTrouble.Away(
          at(file.name()) + " broke off after " + at + " of " + file.bytes() + " bytes");
    }
  }

  private int read(FeedFile file, long at, InputStream body, byte[] piece) throws FeedTrouble.Away {
    try {
      return body.read(piece);
    } catch (IOException broken) {
      throw new FeedTrouble.Away(
          at(file.name()) + " broke off after " + at + " of " + file.bytes() + " bytes: " + broken);
    }
  }

  private HttpRequest.Builder request(String name) throws FeedTrouble.Away {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(base.resolve(name))
            .timeout(patience.silence())
            .header("Accept-Encoding", "identity")
            .GET();
    try {
      credentials.authorization().ifPresent(words -> request.header("Authorization", words));
    } catch (OfficeTrouble noToken) {
      throw new FeedTrouble.Away(String.valueOf(noToken.getMessage()));
    }
    return request;
  }

  private HttpResponse<InputStream> send(HttpRequest.Builder request)
      throws FeedTrouble.Away, InterruptedException {
    HttpRequest made = request.build();
    try {
      return client.send(made, HttpResponse.BodyHandlers.ofInputStream());
    } catch (IOException lost) {
      throw new FeedTrouble.Away("no answer for " + made.uri() + ": " + lost);
    }
  }

  private FeedTrouble refused(String name, HttpResponse<?> answer) {
    int status = answer.statusCode();
    String said = at(name) + " was answered with status " + status;
    return switch (status) {
      case 404, 410 -> new FeedTrouble.Unlike(said + "; ask the office what its address is");
      case 401, 403 ->
          new FeedTrouble.Away(
              said + "; look at tokenFile, and ask the office whether it still holds");
      case 301, 302, 303, 307, 308 ->
          new FeedTrouble.Away(
              said + "; write the address that it leads to into the site document");
      default -> new FeedTrouble.Away(said, retryAfter(answer));
    };
  }

  /** The form in seconds alone (RFC 9110, 10.2.3): the other one would need their clock. */
  private static Optional<Duration> retryAfter(HttpResponse<?> answer) {
    return answer
        .headers()
        .firstValue("Retry-After")
        .filter(seconds -> seconds.matches("[0-9]{1,6}"))
        .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)));
  }

  private String at(String name) {
    return base.resolve(name).toString();
  }
}
