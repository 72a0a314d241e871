/** Receipts of views: which stored rows a figure of a span was made of, and by what arithmetic. */
package org.microgram.dashboard.explain.view;
