package app

import (
	"iter"
	"runtime"
	"sync"
)

// inOrder calls work for each of inputs, on all cores at a time, and emit with
// the results in the order of the inputs. After the first error of emit nothing
// more is taken, and that error is returned. Inputs and emit each run in one
// goroutine.
func inOrder[In, Out any](inputs iter.Seq[In], work func(In) Out, emit func(Out) error) error {
	type job struct {
		in  In
		out chan Out
	}
	workers := runtime.GOMAXPROCS(0)
	jobs := make(chan job)
	queue := make(chan chan Out, 2*workers) // results in order; bounds what is in memory
	stop := make(chan struct{})
	var busy sync.WaitGroup
	for range workers {
		busy.Go(func() {
			for j := range jobs {
				j.out <- work(j.in)
			}
		})
	}
	busy.Go(func() {
		defer close(queue)
		defer close(jobs)
		for in := range inputs {
			j := job{in, make(chan Out, 1)}
			select {
			case queue <- j.out:
				jobs <- j
			case <-stop:
				return
			}
		}
	})
	var failed error
	for out := range queue {
		result := <-out
		if failed == nil {
			if failed = emit(result); failed != nil {
				close(stop)
			}
		}
	}
	busy.Wait()
	return failed
}
