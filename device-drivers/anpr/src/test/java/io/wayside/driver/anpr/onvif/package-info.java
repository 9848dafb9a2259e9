// SPDX-License-Identifier: Apache-2.0
/** What SOAP messages say. */
@NullMarked
package io.wayside.driver.anpr.onvif;

import org.jspecify.annotations.NullMarked;
