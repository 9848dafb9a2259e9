// SPDX-License-Identifier: Apache-2.0
/** Plates from ONVIF Profile M: SOAP messages there and back as values. No I/O, no clock. */
@NullMarked
package io.wayside.driver.anpr.onvif;

import org.jspecify.annotations.NullMarked;
