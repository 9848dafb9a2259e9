// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink.tls;

import io.wayside.core.time.TimeSource;
import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.function.Supplier;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Java's check of a server in three steps, so that each failure has its own words: the times, the
 * chain to a trusted CA, the host name. The last is made whether or not the client library asked
 * for it.
 */
final class ServerCheck extends X509ExtendedTrustManager {

  private final X509ExtendedTrustManager java;
  private final String trusted;
  private final TimeSource time;

  /**
   * @param trusted where the trusted CAs stand, for messages
   */
  ServerCheck(X509ExtendedTrustManager java, String trusted, TimeSource time) {
    this.java = java;
    this.trusted = trusted;
    this.time = time;
  }

  private interface HostCheck {
    void run() throws CertificateException;
  }

  private void check(
      X509Certificate[] chain, String authType, Supplier<String> host, HostCheck hostCheck)
      throws CertificateException {
    Instant now = time.now().wall();
    for (X509Certificate certificate : chain) {
      Validity validity = Validity.of(certificate, now);
      if (validity != Validity.VALID) {
        throw new ServerRejected(
            "the broker's certificate ("
                + certificate.getSubjectX500Principal()
                + ") "
                + validity.explain(certificate, now, "the broker"),
            null);
      }
    }
    try {
      java.checkServerTrusted(chain, authType);
    } catch (CertificateException untrusted) {
      throw new ServerRejected(
          "the broker's certificate ("
              + chain[0].getSubjectX500Principal()
              + ", issued by "
              + chain[0].getIssuerX500Principal()
              + ") does not lead to a CA in "
              + trusted
              + " ("
              + untrusted.getMessage()
              + "); if this is the right broker, put its CA's certificate there",
          untrusted);
    }
    try {
      hostCheck.run();
    } catch (CertificateException anotherHost) {
      throw new ServerRejected(
          "the broker's certificate ("
              + chain[0].getSubjectX500Principal()
              + ") is not for \""
              + host.get()
              + "\" ("
              + anotherHost.getMessage()
              + "); use the name in the certificate as the address, or have one made with this name",
          anotherHost);
    }
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
      throws CertificateException {
    if (!(socket instanceof SSLSocket tls)) {
      throw new CertificateException("a server is only checked on a TLS socket");
    }
    tls.setSSLParameters(withHostCheck(tls.getSSLParameters()));
    check(
        chain,
        authType,
        () -> String.valueOf(tls.getHandshakeSession().getPeerHost()),
        () -> java.checkServerTrusted(chain, authType, tls));
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
      throws CertificateException {
    engine.setSSLParameters(withHostCheck(engine.getSSLParameters()));
    check(
        chain,
        authType,
        () -> String.valueOf(engine.getPeerHost()),
        () -> java.checkServerTrusted(chain, authType, engine));
  }

  private static SSLParameters withHostCheck(SSLParameters parameters) {
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    return parameters;
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType)
      throws CertificateException {
    throw new CertificateException("a server is never trusted without its name");
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType)
      throws CertificateException {
    throw new CertificateException("the gateway has no clients");
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
      throws CertificateException {
    throw new CertificateException("the gateway has no clients");
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
      throws CertificateException {
    throw new CertificateException("the gateway has no clients");
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return java.getAcceptedIssuers();
  }
}
