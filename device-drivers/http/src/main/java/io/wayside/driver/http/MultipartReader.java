// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.http;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the parts in the bytes of a multipart answer, however they are cut into pieces. Real
 * cameras announce a boundary with or without its hyphens or none at all, end lines by CR LF or LF,
 * leave the length of a part out, or announce a wrong one; a length is therefore believed only if a
 * JPEG, a document in brackets or a line of plain text ends there, or a boundary follows.
 */
public final class MultipartReader {

  private static final int LONGEST_HEAD = 8_192;
  private static final int LONGEST_BOUNDARY = 210;
  private static final int UNKNOWN = -1;
  private static final byte[] LINE_END = {'\n'};
  private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

  private enum State {
    BEFORE_BOUNDARY,
    IN_HEAD,
    IN_CONTENT
  }

  private final int longestPart;
  private byte @Nullable [] delimiter;
  private final Buffer buffer = new Buffer();
  private State state = State.BEFORE_BOUNDARY;
  private Map<String, String> headers = new TreeMap<>();
  private int searched;
  private long skipped;

  /**
   * @param contentType of the answer
   * @param longestPart in bytes; a longer one is refused
   */
  public MultipartReader(String contentType, int longestPart) {
    this.delimiter = Boundary.delimiter(contentType).orElse(null);
    this.longestPart = longestPart;
  }

  public void add(byte[] bytes, int count) {
    buffer.add(bytes, count);
  }

  /** The next part that is complete; none if more bytes are needed. */
  public Optional<Part> next() throws Unreadable {
    while (true) {
      if (state == State.IN_CONTENT) {
        return content();
      }
      int lineEnd = buffer.find(LINE_END, searched);
      if (lineEnd < 0) {
        searched = buffer.length();
        bounded(skipped + searched);
        return Optional.empty();
      }
      line(lineEnd);
      buffer.drop(lineEnd + 1);
      searched = 0;
    }
  }

  private void line(int lineEnd) throws Unreadable {
    if (state == State.BEFORE_BOUNDARY && isBoundary(lineEnd)) {
      enter(State.IN_HEAD);
      headers = new TreeMap<>();
      return;
    }
    skipped += lineEnd + 1L;
    bounded(skipped);
    if (state == State.IN_HEAD) {
      header(new String(buffer.copy(lineEnd), StandardCharsets.ISO_8859_1).strip());
    }
  }

  private void header(String line) {
    int colon = line.indexOf(':');
    if (line.isEmpty()) {
      enter(State.IN_CONTENT);
    } else if (colon > 0) {
      headers.put(
          line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
          line.substring(colon + 1).strip());
    }
  }

  private void enter(State next) {
    state = next;
    skipped = 0;
    searched = 0;
  }

  private boolean isBoundary(int lineEnd) {
    int hyphens = 0;
    while (hyphens < lineEnd && buffer.at(hyphens) == '-') {
      hyphens++;
    }
    if (hyphens < 2) {
      return false;
    }
    byte[] known = delimiter;
    if (known != null) {
      return buffer.has(known, hyphens - 2);
    }
    if (lineEnd > LONGEST_BOUNDARY) {
      return false;
    }
    // Not announced: the first line that looks like one is it.
    String line = new String(buffer.copy(lineEnd), StandardCharsets.ISO_8859_1).stripTrailing();
    if (line.length() > hyphens) {
      delimiter = line.substring(hyphens - 2).getBytes(StandardCharsets.ISO_8859_1);
    }
    return line.length() > hyphens;
  }

  private Optional<Part> content() throws Unreadable {
    int length = announced();
    if (length != UNKNOWN && buffer.length() >= length && isTrue(length)) {
      return Optional.of(part(length, length));
    }
    byte[] known = delimiter;
    int found = known == null ? UNKNOWN : lineWith(known);
    if (found < 0) {
      if (buffer.length() > longestPart) {
        throw new Unreadable("a part exceeds " + longestPart + " bytes");
      }
      return Optional.empty();
    }
    int end = Math.max(0, found - 1);
    if (end > 0 && buffer.at(end - 1) == '\r') {
      end--;
    }
    return Optional.of(part(end, found));
  }

  /** Where a line begins that starts with hyphens and the boundary. */
  private int lineWith(byte[] known) {
    int at = buffer.find(known, searched);
    while (at >= 0) {
      int line = at;
      while (line > 0 && buffer.at(line - 1) == '-') {
        line--;
      }
      if (line == 0 || buffer.at(line - 1) == '\n') {
        return line;
      }
      searched = at + 1;
      at = buffer.find(known, searched);
    }
    searched = Math.max(searched, buffer.length() - known.length + 1);
    return UNKNOWN;
  }

  private Part part(int length, int used) {
    Part part = new Part(headers, buffer.copy(length));
    buffer.drop(used);
    enter(State.BEFORE_BOUNDARY);
    return part;
  }

  private int announced() {
    String length = headers.getOrDefault("content-length", "");
    return NUMBER.matcher(length).matches() && Integer.parseInt(length) <= longestPart
        ? Integer.parseInt(length)
        : UNKNOWN;
  }

  /** A whole content ends there, or the next boundary follows after the end of the line. */
  private boolean isTrue(int length) {
    if (endsPicture(length) || endsDocument(length)) {
      return true;
    }
    byte[] known = delimiter;
    int at = length;
    while (at < buffer.length() && (buffer.at(at) == '\r' || buffer.at(at) == '\n')) {
      at++;
    }
    return known != null && at > length && buffer.has(known, at);
  }

  private boolean endsPicture(int length) {
    return length >= 2
        && buffer.at(length - 2) == (byte) 0xff
        && buffer.at(length - 1) == (byte) 0xd9;
  }

  /** XML, JSON or whole lines: the boundary may come much later. */
  private boolean endsDocument(int length) {
    int first = 0;
    while (first < length && isBlank(first)) {
      first++;
    }
    int last = length - 1;
    while (last > first && isBlank(last)) {
      last--;
    }
    boolean inBrackets =
        last > first
            && ((buffer.at(first) == '<' && buffer.at(last) == '>')
                || (buffer.at(first) == '{' && buffer.at(last) == '}'));
    return inBrackets || (isPlain() && length > 0 && buffer.at(length - 1) == '\n');
  }

  private boolean isPlain() {
    return headers.getOrDefault("content-type", "").toLowerCase(Locale.ROOT).startsWith("text/");
  }

  private boolean isBlank(int at) {
    return buffer.at(at) == ' '
        || buffer.at(at) == '\t'
        || buffer.at(at) == '\r'
        || buffer.at(at) == '\n';
  }

  private void bounded(long bytes) throws Unreadable {
    if (bytes > (state == State.IN_HEAD ? LONGEST_HEAD : longestPart)) {
      throw new Unreadable(
          state == State.IN_HEAD
              ? "the head of a part exceeds " + LONGEST_HEAD + " bytes"
              : "no boundary within " + longestPart + " bytes");
    }
  }
}
