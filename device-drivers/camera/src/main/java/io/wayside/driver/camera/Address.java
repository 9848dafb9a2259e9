// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.camera;

import io.wayside.driver.camera.ffmpeg.VideoSource.Kind;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Where a camera is and how it is read.
 *
 * @param source as it was configured, for people
 * @param way never AUTO
 */
record Address(String source, Way way) {

  private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*://.*");

  static Address of(String deviceId, String source, Way way) {
    if (SCHEME.matcher(source).matches()) {
      String userInfo = uri(deviceId, source).getRawUserInfo();
      if (userInfo != null) {
        throw new IllegalArgumentException(
            "camera "
                + deviceId
                + ": the source holds a user; give the user as \"user\" and the password in"
                + " \"passwordFile\", since the source is shown in health and logs");
      }
    }
    return new Address(source, way == Way.AUTO ? usual(deviceId, source) : way);
  }

  private static Way usual(String deviceId, String source) {
    String lower = source.toLowerCase(Locale.ROOT);
    if (lower.startsWith("http://") || lower.startsWith("https://")) {
      return Way.MJPEG;
    }
    if (lower.startsWith("rtsp://") || lower.startsWith("rtsps://")) {
      return Way.FFMPEG;
    }
    if (SCHEME.matcher(source).matches()) {
      throw new IllegalArgumentException(
          "camera "
              + deviceId
              + ": nobody knows how to read "
              + source
              + "; use rtsp, http, a path, or name the way");
    }
    if (lower.startsWith("/dev/video")) {
      return Way.V4L2;
    }
    return lower.matches(".*\\.[a-z0-9]{2,4}") ? Way.FFMPEG : Way.FOLDER;
  }

  private static URI uri(String deviceId, String source) {
    try {
      return new URI(source);
    } catch (URISyntaxException wrong) {
      throw new IllegalArgumentException(
          "camera " + deviceId + ": the source is no address (" + wrong.getMessage() + ")", wrong);
    }
  }

  URI uri() {
    return URI.create(source);
  }

  /** What ffmpeg takes it for. */
  Kind kind() {
    String lower = source.toLowerCase(Locale.ROOT);
    if (way == Way.V4L2) {
      return Kind.V4L2;
    }
    if (lower.startsWith("rtsp")) {
      return Kind.RTSP;
    }
    return SCHEME.matcher(source).matches() ? Kind.HTTP : Kind.FILE;
  }

  /** The source with user and password in it, as ffmpeg wants them. */
  String with(String user, String password) {
    if (user.isEmpty() || !SCHEME.matcher(source).matches()) {
      return source;
    }
    int host = source.indexOf("://") + 3;
    return source.substring(0, host)
        + encoded(user)
        + ":"
        + encoded(password)
        + "@"
        + source.substring(host);
  }

  /** Reserved characters would end the password early. */
  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
