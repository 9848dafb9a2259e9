// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling;

import io.wayside.core.data.GarbledData;
import io.wayside.tolling.office.http.Credentials;
import io.wayside.tolling.office.http.TokenFile;
import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * Where an office is, as a site document says it.
 *
 * @param station whose setting it is, for messages
 * @param base ends with a slash
 */
record OfficeAddress(String station, URI base) {

  static OfficeAddress of(String station, String written) throws GarbledData {
    try {
      URI uri = URI.create(written.endsWith("/") ? written : written + "/");
      String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
      if ((scheme.equals("http") || scheme.equals("https")) && uri.getHost() != null) {
        return new OfficeAddress(station, uri);
      }
    } catch (IllegalArgumentException noAddress) {
      throw wrong(station, "address \"" + written + "\" is none: " + noAddress.getMessage());
    }
    throw wrong(
        station, "address \"" + written + "\" must be such as https://office.example/toll/");
  }

  /** Who hears the token can act in this gateway's name. */
  Credentials credentials(Optional<Path> token) throws GarbledData {
    if (token.isEmpty()) {
      return Optional::empty;
    }
    String host = base.getHost();
    boolean own = host.equals("127.0.0.1") || host.equals("localhost") || host.equals("[::1]");
    if (!own && !base.getScheme().equalsIgnoreCase("https")) {
      throw wrong(
          station, "tokenFile would go over the network for all to read; use an https address");
    }
    return new TokenFile(token.get());
  }

  static GarbledData wrong(String station, String what) {
    return new GarbledData("stations." + station + ": " + what);
  }
}
