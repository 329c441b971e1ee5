package html

import (
	"bufio"
	"encoding/json"
	"maps"
	"os"
	"os/exec"
	"testing"
	"time"
)

// browser is a Chromium without a window, driven by its debugging protocol over a
// pipe. Its mouse and keys are as real to the page as a person's.
type browser struct {
	t       *testing.T
	in      *os.File
	out     *bufio.Reader
	session string
	number  int
	thrown  []string // errors of the page's script
}

// open starts a browser on a page of 1280 × 720 pixels, or skips the test if there is none.
func open(t *testing.T, file string) *browser {
	t.Helper()
	path := ""
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if found, err := exec.LookPath(name); err == nil {
			path = found
			break
		}
	}
	if path == "" {
		t.Skip("no Chromium is installed")
	}
	theirIn, ourOut, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	ourIn, theirOut, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	command := exec.Command(path, "--headless", "--no-sandbox", "--disable-gpu", "--remote-debugging-pipe",
		"--no-first-run", "--hide-scrollbars", "--window-size=1280,720", "--user-data-dir="+t.TempDir())
	command.ExtraFiles = []*os.File{theirIn, theirOut}
	if err := command.Start(); err != nil {
		t.Fatal(err)
	}
	_, _ = theirIn.Close(), theirOut.Close()
	if err := ourIn.SetReadDeadline(time.Now().Add(180 * time.Second)); err != nil {
		t.Fatal(err)
	}
	b := &browser{t: t, in: ourOut, out: bufio.NewReaderSize(ourIn, 1<<20)}
	t.Cleanup(func() {
		b.session = ""
		b.call("Browser.close", nil, nil)
		timer := time.AfterFunc(5*time.Second, func() { _ = command.Process.Kill() })
		_ = command.Wait()
		timer.Stop()
		_, _ = ourOut.Close(), ourIn.Close()
	})
	var target struct{ TargetID string }
	b.call("Target.createTarget", map[string]any{"url": "about:blank"}, &target)
	var attached struct{ SessionID string }
	b.call("Target.attachToTarget", map[string]any{"targetId": target.TargetID, "flatten": true}, &attached)
	b.session = attached.SessionID
	b.call("Runtime.enable", nil, nil)
	b.call("Page.enable", nil, nil)
	b.call("Page.navigate", map[string]any{"url": "file://" + file}, nil)
	b.until("document.readyState === 'complete' && document.getElementById('status').textContent.includes('drawn')")
	return b
}

// call calls a method of the protocol and waits for its answer.
func (b *browser) call(method string, params map[string]any, result any) {
	b.t.Helper()
	b.number++
	message := map[string]any{"id": b.number, "method": method, "params": params}
	if params == nil {
		message["params"] = map[string]any{}
	}
	if b.session != "" {
		message["sessionId"] = b.session
	}
	data, err := json.Marshal(message)
	if err != nil {
		b.t.Fatal(err)
	}
	if _, err := b.in.Write(append(data, 0)); err != nil {
		b.t.Fatal(err)
	}
	for {
		data, err := b.out.ReadBytes(0)
		if err != nil {
			b.t.Fatalf("%s: the browser does not answer: %v", method, err)
		}
		var answer struct {
			ID     int
			Method string
			Params json.RawMessage
			Result json.RawMessage
			Error  *struct{ Message string }
		}
		if err := json.Unmarshal(data[:len(data)-1], &answer); err != nil {
			b.t.Fatal(err)
		}
		switch {
		case answer.Method == "Runtime.exceptionThrown":
			b.thrown = append(b.thrown, string(answer.Params))
		case answer.ID != b.number:
		case answer.Error != nil:
			b.t.Fatalf("%s: %s", method, answer.Error.Message)
		default:
			if result != nil {
				if err := json.Unmarshal(answer.Result, result); err != nil {
					b.t.Fatal(err)
				}
			}
			return
		}
	}
}

// eval returns what an expression is in the page; promises are awaited.
func (b *browser) eval(expression string) any {
	b.t.Helper()
	var answer struct {
		Result           struct{ Value any }
		ExceptionDetails json.RawMessage
	}
	b.call("Runtime.evaluate", map[string]any{"expression": expression, "returnByValue": true, "awaitPromise": true}, &answer)
	if answer.ExceptionDetails != nil {
		b.t.Fatalf("%s: %s", expression, answer.ExceptionDetails)
	}
	return answer.Result.Value
}

// text returns the text that an expression is, after the next two frames.
func (b *browser) text(expression string) string {
	b.t.Helper()
	s, _ := b.eval("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(String(" + expression + ")))))").(string)
	return s
}

// until waits for an expression to be true.
func (b *browser) until(expression string) {
	b.t.Helper()
	for range 100 {
		if b.eval("Boolean(document.getElementById('status')) && ("+expression+")") == true {
			return
		}
		time.Sleep(50 * time.Millisecond)
	}
	b.t.Fatalf("never came true: %s", expression)
}

func (b *browser) mouse(kind string, x, y float64, more map[string]any) {
	b.t.Helper()
	params := map[string]any{"type": kind, "x": x, "y": y}
	maps.Copy(params, more)
	b.call("Input.dispatchMouseEvent", params, nil)
}

var leftButton = map[string]any{"button": "left", "buttons": 1, "clickCount": 1}

func (b *browser) click(x, y float64) {
	b.t.Helper()
	b.mouse("mousePressed", x, y, leftButton)
	b.mouse("mouseReleased", x, y, map[string]any{"button": "left", "clickCount": 1})
}

func (b *browser) wheel(x, y, dy float64) {
	b.t.Helper()
	b.mouse("mouseWheel", x, y, map[string]any{"deltaX": 0, "deltaY": dy})
}

// key presses a key by its name, or a letter.
func (b *browser) key(name string) {
	b.t.Helper()
	codes := map[string]int{"Escape": 27, "Enter": 13, "ArrowDown": 40, "ArrowUp": 38, "Home": 36}
	params := map[string]any{"type": "keyDown", "key": name, "windowsVirtualKeyCode": codes[name]}
	if len(name) == 1 {
		params["text"] = name
	}
	if name == "Enter" {
		params["text"] = "\r"
	}
	b.call("Input.dispatchKeyEvent", params, nil)
	b.call("Input.dispatchKeyEvent", map[string]any{"type": "keyUp", "key": name, "windowsVirtualKeyCode": codes[name]}, nil)
}
